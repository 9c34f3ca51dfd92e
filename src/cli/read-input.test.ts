import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { integrityProblems } from '#domain/plan/integrity.ts'
import { planFromThings } from '#domain/plan/plan.ts'
import { InputProblem, readInput } from './read-input.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roadbook-input-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true })
})

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

const OUTLINE = `# Support OKRs Q4 2026
1. **Mira: Customers rave about our support**
   1. Mira KR: First response from 14 to 5 minutes
   1. Mira KR: Improve sales
`

describe('readInput', () => {
  it('makes a whole plan of an outline', async () => {
    const input = await readInput(await file('okrs.md', OUTLINE))
    const plan = planFromThings(input.things)
    expect(input.name).toBe('Support OKRs Q4 2026')
    expect([...plan.cycle.values()].map((c) => [c.name, c.startOn, c.endOn])).toEqual([
      ['Q4 2026', '2026-10-01', '2026-12-31'],
    ])
    expect([...plan.objective.values()].map((o) => o.title)).toEqual([
      'Customers rave about our support',
    ])
    expect([...plan.keyResult.values()].map((k) => k.metric)).toEqual([
      { type: 'decrease', unit: 'min', baseline: 14, target: 5 },
      { type: 'unmeasured' },
    ])
    expect([...plan.person.values()].map((p) => p.name)).toEqual(['Mira'])
    expect(integrityProblems(plan)).toEqual([])
    expect(input.warnings).toEqual([
      { line: 4, text: 'Key result “Improve sales” still needs a number to be measured by.' },
    ])
  })

  it('takes name and cycle from the options', async () => {
    const input = await readInput(await file('okrs.txt', 'Grow\n- KR: Reach 70 % (now 50 %)\n'), {
      name: 'Mine',
      cycle: { name: 'Spring', startOn: '2027-02-01', endOn: '2027-04-30' },
    })
    const plan = planFromThings(input.things)
    expect(plan.meta.name).toBe('Mine')
    expect([...plan.keyResult.values()].map((k) => k.dueOn)).toEqual(['2027-04-30'])
  })

  it.each<[string, string | Uint8Array, RegExp]>([
    ['empty.md', '', /empty/],
    ['blank.md', ' \n\t\n', /nothing in it but blanks/],
    ['latin.md', new Uint8Array([0x4f, 0x3a, 0x20, 0xe4, 0x20]), /line 1: This is not valid UTF-8/],
    ['wide.md', new Uint8Array([0xff, 0xfe, 0x4f, 0]), /UTF-16/],
    ['cut.roadbook', '{"format":"roadbook-plan","version":1,', /line 1, column 39: .*cut off/],
    ['foreign.json', '{"a":1}', /not a Roadbook plan/],
    ['note.md', '> only a note', /no objective/],
  ])('refuses %s', async (name, content, message) => {
    const path = await file(name, content)
    await expect(readInput(path)).rejects.toThrow(InputProblem)
    await expect(readInput(path)).rejects.toThrow(message)
  })

  it('refuses folders and missing files', async () => {
    await expect(readInput(folder)).rejects.toThrow(/is a folder/)
    await expect(readInput(join(folder, 'none.md'))).rejects.toThrow(/no such file/)
  })
})
