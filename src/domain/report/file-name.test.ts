import { describe, expect, it } from 'vitest'
import { suggestedName } from './file-name.ts'

const LONG = 'זמן תגובה ראשון '.repeat(20).trim()
const bytes = (text: string) => new TextEncoder().encode(text).length

describe('the name of a report', () => {
  it.each([
    ['Nordwind – Q4 2026 – Cycle review', '', 'Nordwind – Q4 2026 – Cycle review'],
    ['Nordwind – Q4 – Plan', 'Key results', 'Nordwind – Q4 – Plan – Key results'],
    ['two\nlines – Plan', '', 'two lines – Plan'],
    ['Plan', 'tables', 'Plan – tables'],
  ])('%j with %j is %j', (title, part, name) => {
    expect(suggestedName({ title }, part)).toBe(name)
  })

  it('keeps what tells files apart, however long the plan is called', () => {
    const names = ['Plan', 'Cycle review'].flatMap((kind) =>
      ['Key results', 'Detours'].map((part) =>
        suggestedName({ title: `${LONG} – Q4 2026 – ${kind}` }, part),
      ),
    )
    expect(new Set(names).size).toBe(4)
    for (const name of names) expect(bytes(name)).toBeLessThanOrEqual(110)
    expect(names[3]).toMatch(/… – Cycle review – Detours$/)
    expect(bytes(suggestedName({ title: LONG }))).toBeLessThanOrEqual(110)
  })
})
