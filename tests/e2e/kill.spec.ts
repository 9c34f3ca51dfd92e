import type { Roadbook } from './host/fixtures.ts'
import { expect, test } from './host/fixtures.ts'
import { addIdea, garage, pause, saved, startEmpty } from '../faults/app/driving.ts'
import { journalText, operationsIn, standOf } from '../faults/app/stand.ts'
import { burst, typing } from '../faults/app/storm.ts'
import { chanceFrom, isLong, record, seed } from '../faults/main/record.ts'

// A loss is a failure, never tried again.
test.describe.configure({ retries: 0 })

/** Changes a second, in turn. */
const SPEEDS = [5, 200] as const

const KILLS = {
  browser: (app: Roadbook) => app.killBrowser(),
  main: (app: Roadbook) => app.killMain(),
  both: (app: Roadbook) => app.killAll(),
} as const
const TRIALS = isLong ? { browser: 50, main: 50, both: 50 } : { browser: 4, main: 2, both: 4 }

/** So many of the newest steps stay in the journal, however many snapshots hold the older ones. */
const STEPS_KEPT = 4_000

/** True when a later journal holds all lines of an earlier one, but for whole segments of long ago. */
function isKept(before: string, after: string): boolean {
  const first = after.slice(0, after.indexOf('\n') + 1)
  const at = before.indexOf(first)
  const isLongAgo = at === 0 || operationsIn(after).length >= STEPS_KEPT
  return at >= 0 && isLongAgo && after.startsWith(before.slice(at))
}

/** What is wrong after a start, compared with what was promised before the kill. */
async function troublesAfter(
  app: Roadbook,
  before: { readonly acked: number; readonly text: string; readonly titles: readonly string[] },
): Promise<readonly string[]> {
  const page = await app.relaunch()
  await expect(garage(page)).toBeVisible()
  await saved(page)
  const stand = await standOf(page, app.userData)
  const troubles = [...stand.troubles]
  if (stand.seq < before.acked)
    troubles.push(
      `step ${String(before.acked)} was acknowledged, only ${String(stand.seq)} is there`,
    )
  // Each line that was whole on the disk when everything was dead is still there, byte for byte.
  const whole = before.text.slice(0, before.text.lastIndexOf('\n') + 1)
  if (!isKept(whole, stand.text)) troubles.push('lines of the journal are gone or changed')
  const known = new Set(
    operationsIn(stand.text).flatMap(({ patch }) =>
      patch.puts.flatMap((thing) => ('title' in thing ? [thing.title] : [])),
    ),
  )
  for (const title of before.titles)
    if (!known.has(title) && !stand.titles.has(title))
      troubles.push(`“${title}” was shown as saved and is gone`)
  return troubles
}

for (const what of ['browser', 'main', 'both'] as const)
  test(`no acknowledged change is lost when ${what} is killed at few and at many changes a second`, async ({
    roadbook,
    page,
  }) => {
    const [kill, trials] = [KILLS[what], TRIALS[what]]
    test.setTimeout(60_000 + trials * 30_000)
    const chance = chanceFrom(seed + what.length)
    const lost: string[] = []
    await startEmpty(page)
    await addIdea(page, 'The first')
    await saved(page)
    let steps = 0
    for (let trial = 0; trial < trials; trial++) {
      const now = roadbook.page
      const perSecond = SPEEDS[trial % SPEEDS.length] ?? 5
      const storm = perSecond === 5 ? typing(now, 5, `t${String(trial)}`) : burst(now, perSecond)
      const count = () => operationsIn(journalText(roadbook.userData)).length
      const first = count()
      // Kills of a page in which nothing was changed would prove nothing; a slow machine changes less.
      const made = expect.poll(() => count() - first, { intervals: [50], timeout: 30_000 })
      await made.toBeGreaterThan(3)
      await pause(chance() * 1_400)
      const [acked, titles] = [storm.acked(), storm.savedTitles()]
      await kill(roadbook)
      await storm.over()
      const text = journalText(roadbook.userData)
      steps += operationsIn(text).length - first
      lost.push(...(await troublesAfter(roadbook, { acked, text, titles })))

      const title = `After ${String(trial)}`
      await addIdea(roadbook.page, title)
      await saved(roadbook.page)
      const next = { text: journalText(roadbook.userData), titles: [...titles, title] }
      await roadbook.killAll()
      lost.push(...(await troublesAfter(roadbook, { acked: acked + 1, ...next })))
    }
    record({
      ...{ promise: 'P1', counts: 'kills' },
      what: `${what} killed at 5/s and at up to 200/s in turn, two starts each (${String(steps)} changes made)`,
      ...{ tried: trials, survived: lost.length === 0 ? trials : 0, lost: lost.length, seed },
    })
    expect(lost, `seed ${String(seed)}`).toEqual([])
    expect(steps).toBeGreaterThan(3 * trials)
  })
