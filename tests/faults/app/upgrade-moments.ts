import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Roadbook } from '../../e2e/host/fixtures.ts'
import { journalText, operationsIn } from './stand.ts'

/** What of an upgrade is on the disk when it is killed. */
export const MOMENTS = [
  'before its copy',
  'while it was copied',
  'after its copy',
  'after its step',
] as const
export type Moment = (typeof MOMENTS)[number]

const COPY = /before-migration\.pinned\.json$/
const filesIn = ({ userData }: Roadbook) =>
  readdirSync(join(userData, 'plans'), { recursive: true, encoding: 'utf8' })

/** Names of the copies that were made before upgrades. */
export const copies = (app: Roadbook): readonly string[] =>
  filesIn(app).filter((name) => COPY.test(name))

/** Which moment the disk shows; `made` is how many copies there were before, `version` that of the newest step. */
export function momentOf(app: Roadbook, made: number, version: number): Moment {
  const names = filesIn(app)
  if (names.filter((name) => COPY.test(name)).length > made) {
    const last = operationsIn(journalText(app.userData)).at(-1)
    return last && last.version > version ? 'after its step' : 'after its copy'
  }
  return names.some((name) => /snapshots[\\/].*\.tmp$/.test(name))
    ? 'while it was copied'
    : 'before its copy'
}

/** Waits until an upgrade is at this moment, or beyond it. */
export async function untilMoment(
  app: Roadbook,
  made: number,
  version: number,
  moment: Moment,
): Promise<void> {
  const patience = performance.now() + 20_000
  const wanted = MOMENTS.indexOf(moment)
  while (MOMENTS.indexOf(momentOf(app, made, version)) < wanted && performance.now() < patience)
    await new Promise((next) => setTimeout(next, 2))
}

/** How often each moment was met, in words for the table. */
export const inWords = (met: readonly Moment[]): string =>
  MOMENTS.flatMap((moment) => {
    const times = met.filter((one) => one === moment).length
    return times === 0 ? [] : [`${String(times)} ${moment}`]
  }).join(', ')
