import { expect, it } from 'vitest'
import { countingContext } from '../plan/plan-arbitrary.ts'
import { buildIndex } from '../plan/plan-index.ts'
import { applyPatch, planFromThings } from '../plan/plan.ts'
import { runCommand } from '../plan/commands.ts'
import { retrospectiveOf } from '../retrospective/review.ts'
import { SEEDED_TODAY, seededYear } from '../sample/seeded-year.ts'
import { makeReport } from './make-report.ts'
import { reportMarkdown } from './markdown.ts'
import { defaultOptions } from './options.ts'

it('says why a closed cycle was taken up again', () => {
  const context = countingContext(SEEDED_TODAY)
  const year = planFromThings(seededYear(context))
  const cycleId = [...year.cycle.values()].find(({ name }) => name === 'Q3 2026')?.id ?? ''
  const reopened = runCommand(
    year,
    'retrospective.reopen',
    { id: retrospectiveOf(year, cycleId)?.id ?? '', reason: 'One value was wrong' },
    context,
  )
  if (!reopened.ok) throw new Error(reopened.message)
  const printed = (plan: typeof year) => {
    const request = { cycleId, today: SEEDED_TODAY }
    return reportMarkdown(
      makeReport(plan, buildIndex(plan), request, defaultOptions('retrospective')),
    )
  }
  const words = /Reopened on Jan\s4,\s2027 after it was closed: One value was wrong/
  expect(printed(applyPatch(year, reopened.patch))).toMatch(words)
  expect(printed(year)).not.toContain('Reopened')
})
