import { expect } from 'vitest'
import { integrityProblems } from '../plan/integrity.ts'
import { planFromThings } from '../plan/plan.ts'
import { thingSchema } from '../plan/thing.ts'
import type { Draft } from './draft.ts'
import { thingsFromDraft } from './draft-things.ts'
import { draftFromText } from './read-source.ts'

/** The draft of a text; throws where it is refused. */
export function draftOf(text: string, name = ''): Draft {
  const read = draftFromText(text, name)
  if (!read.ok) throw new Error(read.message)
  return read.draft
}

/** How a line's kind is written in these tests. */
export const SHORT = {
  objective: 'O',
  keyResult: 'KR',
  initiative: 'I',
  task: 'T',
  note: 'N',
  heading: '#',
  skip: '-',
}
/** Each line as its depth, kind, title, owner and state. */
export const lines = (draft: Draft) =>
  draft.lines.map(({ depth, kind, title, owner, state }) =>
    [
      `${' '.repeat(depth)}${SHORT[kind]} ${title}`,
      owner && `@${owner}`,
      state === 'done' ? 'done' : '',
    ]
      .filter(Boolean)
      .join(' '),
  )
/** The lines of the draft of a text. */
export const read = (text: string) => lines(draftOf(text))

/** What the draft would put into a new plan. */
export function thingsOf(draft: Draft) {
  let next = 0
  const context = {
    now: '2026-11-22T12:00:00.000Z',
    today: '2026-11-22',
    newId: () => `id-${String((next += 1))}`,
  }
  const cycle = draft.cycle ?? { name: 'Q4 2026', startOn: '2026-10-01', endOn: '2026-12-31' }
  return thingsFromDraft(draft, { name: 'Plan', plan: null, cycle, context })
}

/** The plan of a draft, checked against schemas and rules. */
export function planOf(draft: Draft) {
  const { things, warnings } = thingsOf(draft)
  for (const thing of things) expect(thingSchema.parse(thing)).toEqual(thing)
  const plan = planFromThings(things)
  expect(integrityProblems(plan)).toEqual([])
  return { plan, warnings }
}
