import { describe, expect, it } from 'vitest'
import type { CommandId, CommandInput } from '../plan/commands.ts'
import type { Patch } from '../plan/plan.ts'
import { applyPatch, invert } from '../plan/plan.ts'
import { rewind } from '../detour/rewind.ts'
import { workshopEnd } from './workshop-end.ts'
import { Room } from './workshop-room.test-support.ts'

/** A room that remembers how each step is taken back. */
class PastRoom extends Room {
  readonly steps: { readonly inverse: Patch }[] = []

  override try<C extends CommandId>(id: C, input: CommandInput<C>) {
    const before = this.plan
    const result = super.try(id, input)
    if (result.ok) this.steps.push({ inverse: invert(before, result.patch) })
    return result
  }

  /** Takes the last step back, which is a step as well. */
  undo(): void {
    const patch = this.steps.at(-1)?.inverse ?? { puts: [], deletes: [] }
    this.steps.push({ inverse: invert(this.plan, patch) })
    this.plan = applyPatch(this.plan, patch)
  }

  titleAtEnd(): string | undefined {
    const end = workshopEnd('ws', this.steps)
    if (!end) return undefined
    return rewind(this.plan, this.steps.slice(end.at + 1))?.objective.get('o1')?.title
  }
}

const named = (room: PastRoom, title: string) =>
  room.run('objective.update', { id: 'o1', changes: { title } })

function finished(): PastRoom {
  const room = new PastRoom()
  room.begin()
  named(room, 'As it was decided')
  room.run('workshop.finish', { id: 'ws' })
  named(room, 'As it is now')
  return room
}

describe('the end of a workshop', () => {
  it('shows the plan as the workshop left it, whatever came after', () => {
    expect(finished().titleAtEnd()).toBe('As it was decided')
  })

  it('is the last one of a workshop that was opened again', () => {
    const room = finished()
    room.run('workshop.reopen', { id: 'ws' })
    named(room, 'As it was decided again')
    room.run('workshop.finish', { id: 'ws' })
    named(room, 'As it is now')
    expect(room.titleAtEnd()).toBe('As it was decided again')
  })

  it('is found behind a deletion that was taken back', () => {
    const room = finished()
    room.run('workshop.delete', { id: 'ws' })
    room.undo()
    expect(room.workshop.state).toBe('finished')
    expect(room.titleAtEnd()).toBe('As it was decided')
  })

  it('is where it came in, if it came in finished', () => {
    const { plan, workshop } = finished()
    const came = new PastRoom()
    named(came, 'From a file')
    came.plan = plan
    came.steps.push({ inverse: { puts: [], deletes: [{ kind: 'workshop', id: workshop.id }] } })
    named(came, 'As it is now')
    expect(workshopEnd('ws', came.steps)).toEqual({ at: 1, isEnd: false })
  })

  it('is unknown without a past', () => {
    expect(workshopEnd('ws', [])).toBeNull()
  })
})
