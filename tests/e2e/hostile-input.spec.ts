import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writePlanFile } from '#domain/exchange/plan-file.ts'
import { thingsOf } from '#domain/plan/plan.ts'
import { smallPlan } from '#domain/plan/plan-arbitrary.ts'
import { addIdea, garage, idea, saved, startEmpty } from '../faults/app/driving.ts'
import { ran } from '../faults/app/hostile-page.ts'
import { shelf, standOf } from '../faults/app/stand.ts'
import { BYTES_AND_SYNTAX } from '../faults/importer/bytes-and-syntax.ts'
import { ROWS_AND_GRAPH } from '../faults/importer/rows-and-graph.ts'
import { TABLES_AND_TEXTS } from '../faults/importer/tables-and-texts.ts'
import { record } from '../faults/main/record.ts'
import { expect, test } from './host/fixtures.ts'

// A loss is a failure, never tried again.
test.describe.configure({ retries: 0 })

let folder = ''
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'roadbook-hostile-'))
})
test.afterEach(() => {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

test('refused files leave database, journal and snapshots as they were', async ({
  roadbook,
  page,
}) => {
  test.setTimeout(240_000)
  const refused = [...BYTES_AND_SYNTAX, ...ROWS_AND_GRAPH, ...TABLES_AND_TEXTS].filter(
    ({ verdict, no }) => verdict === 'refused' && no !== 25 && no !== 4 && no !== 13,
  )
  // Each number once through the real dialog, worker and store; all of them run beside the gate.
  const cases = refused.filter(({ no }, at) => refused[at - 1]?.no !== no)
  await startEmpty(page)
  const before = [shelf(roadbook.userData), (await standOf(page, roadbook.userData)).seq]
  const lost: string[] = []
  for (const [at, { no, what, name, make }] of cases.entries()) {
    const path = join(folder, `${String(at)}-${name}`)
    writeFileSync(path, make())
    await roadbook.scriptDialogs({ open: [path] })
    await page.keyboard.press('ControlOrMeta+Shift+O')
    const dialog = page.getByRole('dialog', { name: 'Paste or open OKRs' })
    const said = dialog.getByText(new RegExp(`^${String(at)}-(?:plan|table|a)\\.`))
    await expect(said.first(), what).toBeVisible({ timeout: 60_000 })
    if (!(await said.first().innerText()).match(/[.]$/s)) lost.push(`${String(no)}: no reason`)
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    rmSync(path)
  }
  const stand = await standOf(page, roadbook.userData)
  expect([shelf(roadbook.userData), stand.seq]).toEqual(before)
  expect(stand.troubles).toEqual([])
  expect(await ran(page)).toBe(false)
  record({
    ...{ promise: 'P15', what: 'refused through the dialog: nothing changed', seed: null },
    ...{ tried: cases.length, survived: cases.length - lost.length, lost: lost.length },
  })
  expect(lost).toEqual([])
  await addIdea(page, 'Still works')
  await saved(page)
})

test('the same file taken twice at once makes whole plans only', async ({ roadbook, page }) => {
  const file = join(folder, 'twice.roadbook')
  writeFileSync(
    file,
    writePlanFile(thingsOf(smallPlan()), { savedAt: '2026-11-22T12:00:00.000Z', app: '0.1.0' }),
  )
  await startEmpty(page)
  await roadbook.scriptDialogs({ open: [file, file] })
  await page.keyboard.press('ControlOrMeta+Shift+O')
  const button = page.getByRole('button', { name: 'Open as a plan' })
  await expect(button).toBeEnabled()
  await button.evaluate((element: HTMLElement) => {
    element.click()
    element.click()
  })
  await expect(garage(page)).toBeVisible()
  await saved(page)
  // The second plan may still be on its way when the first says that it is saved.
  const troubles = async () => (await standOf(page, roadbook.userData)).troubles
  await expect.poll(troubles).toEqual([])
  const stand = await standOf(page, roadbook.userData)
  const counts = [...stand.rows.values()]
  const isWhole = counts.length >= 2 && counts.length <= 3 && new Set(counts.slice()).size <= 2
  record({
    ...{ promise: 'P15', what: 'one file taken twice at once', seed: null },
    counts: 'inputs',
    ...{ tried: 1, survived: isWhole ? 1 : 0, lost: isWhole ? 0 : 1 },
  })
  expect(stand.troubles).toEqual([])
  expect(isWhole, JSON.stringify(counts)).toBe(true)
})

test('every function of the bridge refuses every malformed input, and main lives', async ({
  roadbook,
  page,
}) => {
  await startEmpty(page)
  const before = shelf(roadbook.userData)
  const result = await page.evaluate(async () => {
    type Api = Record<string, (input: unknown) => Promise<unknown>>
    const api = (window as unknown as { roadbook: Api }).roadbook
    const deep = (depth: number): unknown => (depth === 0 ? 1 : { a: deep(depth - 1) })
    const loop: Record<string, unknown> = {}
    loop['self'] = loop
    // No id of a plan: an unknown plan's id would be well formed, and the answer an empty list.
    const ids = [
      ...['', '..', '../x', '/etc/passwd', 'a/b', 'a\\b', '\0', 'x'.repeat(65), 'é', 'p q'],
      ...['CON.txt', '.', 'plan/../x'],
    ]
    const payloads: unknown[] = [
      ...[null, true, false, 0, -1, 1.5, NaN, Infinity, '', 'x', [], [1], {}, { extra: 1 }],
      ...[new Date(), /x/, new Map([[1, 2]]), new Set([1]), new Uint8Array(5), new ArrayBuffer(8)],
      ...[10n, new Error('x'), Object.create(null), deep(200), loop, new Array(1_000).fill(null)],
      ...ids.flatMap((id) => [
        { planId: id },
        { planId: id, id },
        { planId: id, afterSeq: 0 },
        { planId: id, deleted: true },
        { planId: id, id, pinned: true },
        { planId: id, reason: 'quit', pinned: false, confirmedShrink: false },
        { token: id },
        { token: id, bytes: new Uint8Array(1) },
        { operations: [{ planId: id, seq: 1 }] },
        { purpose: id },
        { suggestedName: id, format: id },
        { html: id, paper: id, landscape: 1, footer: 5 },
        { items: [{ id }] },
        { goOn: id },
      ]),
      ...[
        { path: '/etc/passwd' },
        { purpose: 'plan', path: '/etc/passwd' },
        { purpose: 'plan', extra: 1 },
      ],
      ...[
        { suggestedName: 'x'.repeat(401), format: 'pdf' },
        { suggestedName: 'x', format: 'exe' },
      ],
      ...[{ token: 'x'.repeat(2_000) }, { token: 'A'.repeat(32), bytes: 'text' }],
      ...[
        { planId: 'p', afterSeq: -1 },
        { planId: 'p', afterSeq: 0.5 },
        { planId: 'p', afterSeq: '0' },
      ],
      ...[{ operations: [] }, { operations: 'x' }, { operations: new Array(1_001).fill({}) }],
      ...[{ html: 'x', paper: 'A3', landscape: false, footer: '' }, { items: 'x' }, { goOn: 1 }],
      ...[
        { head: {}, reason: 'quit', things: '[]', count: 1 },
        { head: null },
        'x'.repeat(300_000),
      ],
    ]
    let tried = 0
    const accepted: string[] = []
    for (const name of Object.keys(api).filter((key) => !key.startsWith('on'))) {
      await Promise.all(
        payloads.map(async (payload, at) => {
          tried += 1
          try {
            const answer = (await api[name]?.(payload)) as { ok?: boolean } | undefined
            if (answer?.ok !== false) accepted.push(`${name} took payload ${String(at)}`)
          } catch {
            // Refused, or not even sent.
          }
        }),
      )
    }
    return { tried, accepted, each: payloads.length }
  })
  record({
    ...{ promise: 'P18', what: 'malformed calls from the page', seed: null },
    ...{ tried: result.tried, survived: result.tried - result.accepted.length },
    lost: result.accepted.length,
    ...{ counts: 'calls', asked: (result.tried / result.each) * 200 },
  })
  expect(result.accepted).toEqual([])
  expect(shelf(roadbook.userData)).toBe(before)
  await addIdea(page, 'Main lives')
  await saved(page)
  await expect(idea(page, 'Main lives')).toBeVisible()
})
