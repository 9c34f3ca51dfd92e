import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { storeFolders } from '../faults/app/damages.ts'
import { addIdea, garage, idea, saved, startEmpty } from '../faults/app/driving.ts'
import { keepPast } from '../faults/app/past.ts'
import { standOf } from '../faults/app/stand.ts'
import { record } from '../faults/main/record.ts'
import { expect, test } from './host/fixtures.ts'

// A loss is a failure, never tried again.
test.describe.configure({ retries: 0 })

/** The journal of the only plan: its one segment. */
function journalIn(userData: string): string {
  const plans = join(userData, 'plans')
  const [name] = readdirSync(plans, { recursive: true, encoding: 'utf8' }).filter((one) =>
    one.endsWith('journal-000001.jsonl'),
  )
  return join(plans, name ?? '')
}

const linesOf = (path: string) => readFileSync(path, 'utf8').split('\n').filter(Boolean)
const keep = (path: string, lines: readonly string[]) =>
  writeFileSync(path, lines.map((line) => `${line}\n`).join(''))

const SNAPSHOT_TITLES = ['One', 'Two']
const LATER_TITLES = ['Three', 'Four']

type Cut = {
  readonly what: string
  /** Harms a journal of which a snapshot knows the first `snapshotSeq` steps. */
  readonly harm: (path: string, snapshotSeq: number) => void
  readonly wipes: boolean
  /** What the disk still holds after both were harmed. */
  readonly titles: readonly string[]
}

const ALL = [...SNAPSHOT_TITLES, ...LATER_TITLES]
const CUTS: readonly Cut[] = [
  {
    what: 'its first steps are thinned away, and the database is gone',
    harm: (path, seq) => keep(path, linesOf(path).slice(seq)),
    wipes: true,
    titles: ALL,
  },
  {
    what: 'its middle is damaged, and the database is gone',
    harm: (path) => keep(path, linesOf(path).with(1, 'noise')),
    wipes: true,
    titles: ALL,
  },
  {
    what: 'its end is cut off in the middle of a line',
    harm: (path) => truncateSync(path, readFileSync(path).length - 700),
    wipes: false,
    titles: ALL,
  },
  {
    what: 'all of it is gone',
    harm: (path) => rmSync(path),
    wipes: false,
    titles: ALL,
  },
  {
    what: 'it ends before the snapshot, and the database is gone',
    harm: (path, seq) => keep(path, linesOf(path).slice(0, seq - 1)),
    wipes: true,
    titles: SNAPSHOT_TITLES,
  },
]

test('a journal is put together with what else is there, however it was cut', async ({
  roadbook,
  page,
}) => {
  test.setTimeout(300_000)
  await startEmpty(page)
  for (const title of SNAPSHOT_TITLES) await addIdea(page, title)
  await saved(page)
  await roadbook.close()
  const journal = journalIn(roadbook.userData)
  const snapshotSeq = linesOf(journal).length
  const again = await roadbook.relaunch()
  for (const title of LATER_TITLES) await addIdea(again, title)
  await saved(again)
  await roadbook.killAll()

  const past = keepPast(roadbook.userData)
  const all: string[] = []
  for (const { what, harm, wipes, titles } of CUTS) {
    past.putBack()
    harm(journal, snapshotSeq)
    if (wipes)
      for (const store of storeFolders(roadbook.userData)) rmSync(store, { recursive: true })
    const lost: string[] = []
    for (const start of ['first', 'second']) {
      const now = await roadbook.relaunch()
      await expect(garage(now)).toBeVisible()
      await saved(now)
      if (wipes && start === 'first')
        await expect(now.getByText(/was put back from its safety copy/).first()).toBeVisible()
      for (const title of titles)
        if (!(await idea(now, title).isVisible())) lost.push(`${start} start: “${title}” is gone`)
      await addIdea(now, `After the ${start}`)
      await saved(now)
      const { troubles } = await standOf(now, roadbook.userData)
      lost.push(...troubles.map((one) => `${start} start: ${one}`))
      await roadbook.killAll()
    }
    record({
      promise: 'P3',
      what: `a cut journal: ${what}`,
      ...{ tried: 1, survived: lost.length === 0 ? 1 : 0, lost: lost.length, seed: null },
    })
    all.push(...lost.map((one) => `${what}: ${one}`))
  }
  past.end()
  expect(all).toEqual([])
})
