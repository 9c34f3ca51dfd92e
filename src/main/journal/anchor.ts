import type { Head } from '#domain/plan/operation.ts'

/** A whole state of the plan outside the journal: a journal that begins right after it is complete. */
export type Anchor = { readonly head: Head; readonly name: string }

/** Where a journal finds the states from which it can go on. */
export type Anchors = {
  /** Cheap: asked at every opening. May name a state that turns out to be damaged. */
  readonly newestSeq: () => Promise<number>
  /** Only states whose checksum is right, newest first. Asked when the journal itself is not whole. */
  readonly all: () => Promise<readonly Anchor[]>
}

export const NO_ANCHORS: Anchors = {
  newestSeq: () => Promise.resolve(0),
  all: () => Promise.resolve([]),
}
