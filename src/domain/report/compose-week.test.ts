import { describe, expect, it } from 'vitest'
import { checkInOf, keyResultOf } from '../key-result/rules.test-support.ts'
import { STATUS_WORDS } from '../key-result/status.ts'
import { buildIndex } from '../plan/plan-index.ts'
import { planFromThings } from '../plan/plan.ts'
import type { Plan } from '../plan/plan.ts'
import {
  cycleOf,
  initiativeOf,
  metaOf,
  objectiveOf,
  personOf,
} from '../plan/things.test-support.ts'
import { weekModel } from '../week/week.ts'
import { makeReport } from './make-report.ts'
import { reportMarkdown } from './markdown.ts'
import { defaultOptions } from './options.ts'
import { tablesOf } from './tables.ts'

const TODAY = '2026-11-16'
const from14To = (target: number) =>
  ({ type: 'decrease', unit: 'min', baseline: 14, target }) as const

/** The target became harder in the week, and no detour says so. */
const things = [
  metaOf(),
  cycleOf(),
  objectiveOf(),
  personOf('mira', { name: 'Mira', daysPerWeek: 1 }),
  keyResultOf(from14To(2)),
  checkInOf('2026-11-09', 10.3),
  checkInOf(TODAY, 9.4),
  initiativeOf('bot', { ownerId: 'mira', dueOn: '2026-11-20', effortDays: 7.5 }),
]
const plan = planFromThings(things)
const weekAgo = planFromThings([
  ...things.slice(0, 4),
  keyResultOf(from14To(5)),
  ...things.slice(5),
])

function turnedRows(then: Plan | null, today = TODAY) {
  const document = makeReport(
    plan,
    buildIndex(plan),
    { cycleId: 'q4', today, weekAgo: then },
    defaultOptions('week'),
  )
  const table = tablesOf(document).find(({ name }) => name === 'What turned since last week')
  return { rows: table?.rows ?? [], text: reportMarkdown(document) }
}

describe('the week as a report', () => {
  it.each([
    ['the history of the plan', weekAgo, 'as its history on this computer tells it'],
    ['its rows alone', null, 'without the detours since'],
  ])('says what turned as the screen does, by %s', (_case, then, rule) => {
    const week = weekModel(plan, buildIndex(plan), 'q4', TODAY, then)
    const { rows, text } = turnedRows(then)
    const turns = [...(week?.turnedObjectives ?? []), ...(week?.turned ?? [])]
    expect(rows).toHaveLength(turns.length)
    expect(turns).toHaveLength(then ? 2 : 0)
    for (const { from, to, reason } of turns)
      expect(rows.map(String).join('\n')).toContain(
        [STATUS_WORDS[from], STATUS_WORDS[to], reason].join(','),
      )
    expect(text).toContain(rule)
  })

  it('is headed by the last week of a cycle that is over', () => {
    const text = turnedRows(null, '2027-03-09').text.replaceAll('\u00a0', ' ')
    expect(text).toContain(
      'Last week of the cycle, up to Dec 31, 2026 · compared with Dec 24, 2026',
    )
    expect(text).toContain('All lists are the state of Dec 31, 2026')
    expect(text).not.toContain('Mar 9')
  })

  it('rounds person-days to one decimal', () => {
    expect(turnedRows(null).text).toMatch(/\| 2\.5 \| 1 \|/)
  })
})
