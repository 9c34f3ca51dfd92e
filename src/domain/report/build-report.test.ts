import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ARBITRARY_TODAY, planArbitrary } from '../plan/plan-arbitrary.ts'
import { buildIndex } from '../plan/plan-index.ts'
import type { Plan } from '../plan/plan.ts'
import { buildReport } from './build-report.ts'
import { composeReport } from './compose-report.ts'
import { spansOf } from './document.ts'
import { escapeText, reportHtml } from './html.ts'
import { escapeMarkdown, reportMarkdown } from './markdown.ts'
import { defaultOptions, SECTIONS_OF } from './options.ts'
import type { CycleReportKind } from './options.ts'

const reportsOf = (plan: Plan, kind: CycleReportKind) =>
  [...plan.cycle.keys()].map((cycleId) =>
    buildReport(plan, buildIndex(plan), { cycleId, today: ARBITRARY_TODAY, kind }),
  )
const kinds = fc.constantFrom<CycleReportKind>('plan', 'review')
const plans = planArbitrary({ steps: 40 })

describe('buildReport', () => {
  it('can be worked out again from what it prints', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        for (const report of reportsOf(plan, 'review')) {
          const live = report.objectives.filter(({ state }) => state !== 'dropped')
          for (const { keyResults, progress } of live) {
            const counting = keyResults.filter(
              (k) => k.state === 'active' && !k.guardrail && k.weight > 0,
            )
            const weights = counting.reduce((sum, k) => sum + k.weight, 0)
            const mean = counting.reduce((sum, k) => sum + k.counted * k.weight, 0) / weights
            if (progress !== null) expect(progress).toBeCloseTo(mean, 9)
            for (const k of keyResults)
              if (k.raw !== null) expect(k.counted).toBe(Math.min(1, Math.max(0, k.raw)))
          }
          const known = live.flatMap(({ progress }) => progress ?? [])
          expect(report.head.progressOf).toBe(known.length)
          if (known.length > 0)
            expect(report.head.progress).toBeCloseTo(
              known.reduce((sum, p) => sum + p, 0) / known.length,
              9,
            )
          const active = live.flatMap((o) => o.keyResults.filter((k) => k.state === 'active'))
          const { head } = report
          expect(head.keyResults).toBe(active.length)
          expect(head.reached).toBe(active.filter(({ status }) => status === 'done').length)
          expect(head.checkInsDone).toBe(active.reduce((sum, k) => sum + k.checkInsDone, 0))
          expect(head.checkInsDue).toBe(active.reduce((sum, k) => sum + k.checkInsDue, 0))
          expect(head.checkInsDone).toBeLessThanOrEqual(head.checkInsDue)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('leaves no objective, key result or initiative of the cycle out', () => {
    fc.assert(
      fc.property(plans, kinds, (plan, kind) => {
        for (const report of reportsOf(plan, kind)) {
          const inCycle = <T extends { readonly cycleId: string }>(map: ReadonlyMap<string, T>) =>
            [...map].filter(([, thing]) => thing.cycleId === report.cycle.id).map(([id]) => id)
          const objectives = report.objectives.map(({ id }) => id)
          expect(objectives.toSorted()).toEqual(inCycle(plan.objective).sort())
          const keyResults = report.objectives.flatMap((o) => o.keyResults.map(({ id }) => id))
          const expected = [...plan.keyResult.values()]
            .filter(({ objectiveId }) => objectives.includes(objectiveId))
            .map(({ id }) => id)
          expect(keyResults.toSorted()).toEqual(expected.sort())
          const printed = new Set([
            ...report.garage.map(({ id }) => id),
            ...report.objectives.flatMap((o) => o.initiatives.map(({ id }) => id)),
          ])
          for (const id of inCycle(plan.initiative)) {
            const serves = plan.initiative.get(id)?.serves ?? []
            const isElsewhere = serves.every((s) => !expected.includes(s.keyResultId))
            if (serves.length === 0 || !isElsewhere) expect(printed).toContain(id)
          }
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe('composeReport', () => {
  it('prints the same words and numbers as HTML and as Markdown', () => {
    fc.assert(
      fc.property(plans, kinds, (plan, kind) => {
        for (const report of reportsOf(plan, kind)) {
          const document = composeReport(report, defaultOptions(kind))
          const html = reportHtml(document, { paper: 'A4', pageNumbers: true })
          const markdown = reportMarkdown(document)
          for (const { text } of spansOf(document)) {
            expect(html).toContain(escapeText(text))
            expect(markdown).toContain(escapeMarkdown(text).trim())
          }
        }
      }),
      { numRuns: 25 },
    )
  })

  it('prints the parts asked for, in the order asked for', () => {
    fc.assert(
      fc.property(plans, fc.shuffledSubarray([...SECTIONS_OF.review]), (plan, sections) => {
        for (const report of reportsOf(plan, 'review')) {
          const document = composeReport(report, { ...defaultOptions('review'), sections })
          const shown = document.sections.map(({ id }) => id)
          expect(shown).toEqual(sections.filter((id) => shown.includes(id)))
        }
      }),
      { numRuns: 20 },
    )
  })
})
