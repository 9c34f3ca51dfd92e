import { Trouble } from '#main/files/trouble.ts'

/** A request without operations. */
export function noOperation(): never {
  throw new Trouble('failed', 'There was nothing to write.')
}

/** Steps that follow what was there before something else shortened the journal. */
export function stepsGone(head: number): Trouble {
  return new Trouble(
    'conflict',
    `Something else changed the safety copy on the disk: it ends at step ${String(head)} now. Your changes are in the database. Open the plan again, and they are written to the disk once more.`,
  )
}

/** Steps that do not follow the head, or that are there already and are others. */
export function conflict(seq: number, head: number): Trouble {
  return new Trouble(
    'conflict',
    `The safety copy stands at step ${String(head)} and was offered step ${String(seq)}. Nothing was written. Close other windows of Roadbook and open the plan again.`,
  )
}
