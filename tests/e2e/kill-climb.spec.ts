import { spawnSync } from 'node:child_process'
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { addIdea, garage, idea, openPlanFile, pause, saved } from '../faults/app/driving.ts'
import { largeFile } from '../faults/app/large-file.ts'
import { keepPast } from '../faults/app/past.ts'
import { operationsIn, shelf, standOf } from '../faults/app/stand.ts'
import type { Moment } from '../faults/app/upgrade-moments.ts'
import { copies, inWords, momentOf, MOMENTS, untilMoment } from '../faults/app/upgrade-moments.ts'
import { killOne } from '../faults/app/victims.ts'
import { chanceFrom, isLong, record, seed } from '../faults/main/record.ts'
import { expect, test } from './host/fixtures.ts'

// A loss is a failure, never tried again.
test.describe.configure({ retries: 0 })

const KILLS = 20
const NEXT_APP = '.cache/next-app'
const THEN = 1

/** The whole app once more, as its next version would be. */
function buildNext(): void {
  const cli = 'node_modules/electron-vite/dist/cli.js'
  const config = 'tests/migrations/next/next-app.config.mjs'
  const args = [cli, 'build', '--config', config, '--logLevel', 'warn']
  expect(spawnSync(process.execPath, args, { stdio: 'inherit' }).status).toBe(0)
  copyFileSync('package.json', join(NEXT_APP, 'package.json'))
}

// For the night: it builds the app a second time.
if (isLong)
  test('a kill while the next version brings a plan into its form loses nothing', async ({
    roadbook,
    page,
  }) => {
    test.setTimeout(300_000 + KILLS * 60_000)
    buildNext()
    const { userData } = roadbook
    const chance = chanceFrom(seed)
    const lost: string[] = []
    const met: Moment[] = []
    const file = join(userData, 'large.roadbook')
    writeFileSync(file, largeFile(1_200))
    await openPlanFile(roadbook, file)
    await addIdea(page, 'Kept')
    await saved(page)
    const before = await standOf(page, userData)
    await roadbook.close()
    const past = keepPast(userData)
    roadbook.install(NEXT_APP)
    for (let trial = 0; trial < KILLS; trial++) {
      past.putBack()
      const moment = MOMENTS[trial % MOMENTS.length] ?? 'before its copy'
      await roadbook.relaunchEarly()
      await untilMoment(roadbook, 0, THEN, moment)
      // Only the last moment is long enough to wait in.
      if (moment === 'after its step') await pause(chance() * 60)
      await killOne(roadbook, trial)
      met.push(momentOf(roadbook, 0, THEN))

      for (const start of ['first', 'second']) {
        const say = (words: string) => lost.push(`kill ${String(trial)}, ${start} start: ${words}`)
        const again = await roadbook.relaunch()
        await expect(garage(again)).toBeVisible()
        await saved(again)
        const stand = await standOf(again, userData)
        stand.troubles.forEach(say)
        if (!stand.titles.has('Kept (2)') || stand.titles.has('Kept')) say('“Kept” did not climb')
        if (!stand.text.startsWith(before.text)) say('steps of then are gone or changed')
        const steps = operationsIn(stand.text)
        if (steps.filter(({ group }) => group === 'format-upgrade').length !== 1)
          say('not one climb')
        const hashes = copies(roadbook).map((name) => {
          const text = readFileSync(join(userData, 'plans', name), 'utf8')
          return (JSON.parse(text.slice(0, text.indexOf('\n'))) as { hash: string }).hash
        })
        if (hashes.length === 0 || hashes.some((hash) => hash !== before.hash))
          say('no copy of the state before, or another one')
        const count = [...stand.rows.values()][0] ?? 0
        const added = start === 'first' ? 0 : 1
        if (count !== ([...before.rows.values()][0] ?? 0) + added) say(`${String(count)} rows`)
        if (start === 'second' && !(await idea(again, 'After').isVisible())) say('“After” is gone')
        if (start === 'first') {
          await addIdea(again, 'After')
          await saved(again)
        }
        await roadbook.killAll()
      }
    }
    past.end()
    record({
      ...{ promise: 'P9', counts: 'kills', seed, tried: KILLS, lost: lost.length },
      what: `browser, main or both killed while the next version takes a plan over, two starts each (${inWords(met)})`,
      survived: lost.length === 0 ? KILLS : 0,
    })
    expect(lost, `seed ${String(seed)}`).toEqual([])

    // Whoever goes back to the version of then may look at it and changes nothing.
    roadbook.install('.')
    const then = shelf(userData)
    const older = await roadbook.relaunch()
    await expect(older.getByText(/newer Roadbook/).first()).toBeVisible()
    await roadbook.killAll()
    expect(shelf(userData)).toBe(then)
  })
