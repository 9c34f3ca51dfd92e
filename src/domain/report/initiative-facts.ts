import { BLOCKER_WORDS } from '../initiative/blocker.ts'
import { isDoneButFlat } from '../initiative/flat.ts'
import type { Initiative } from '../initiative/initiative.ts'
import { initiativeProgress, lateDays } from '../initiative/initiative-progress.ts'
import { listAt } from '../plan/plan-index.ts'
import type { ReportContext } from './build-report.ts'
import { personName } from './person-name.ts'
import type { ReportInitiative } from './report-model.ts'

/** An initiative as a report prints it. */
export function initiativeFacts(initiative: Initiative, context: ReportContext): ReportInitiative {
  const { plan, index, today, numbers } = context
  const progress = initiativeProgress(initiative)
  const late = lateDays(initiative, today)
  return {
    id: initiative.id,
    title: initiative.title,
    owner: personName(plan, initiative.ownerId),
    contributors: initiative.contributors.flatMap(
      ({ personId }) => personName(plan, personId) ?? [],
    ),
    state: initiative.state,
    stateReason: initiative.stateReason,
    blocker: blockerWords(initiative, context),
    startOn: initiative.startOn,
    dueOn: initiative.dueOn,
    doneOn: initiative.doneOn,
    done: progress.share,
    tasksDone: progress.tasksDone,
    tasks: progress.tasks,
    lateDays: late > 0 ? late : null,
    isFlat: initiative.serves.some(({ keyResultId }) => {
      const keyResult = plan.keyResult.get(keyResultId)
      const checkIns = listAt(index.checkInsByKeyResult, keyResultId)
      const known = checkIns.filter(({ day }) => day <= today)
      return keyResult !== undefined && isDoneButFlat(initiative, keyResult, known)
    }),
    serves: initiative.serves
      .map(({ keyResultId, share }) => ({
        number: numbers.get(keyResultId) ?? 'another cycle',
        share,
      }))
      .sort((a, b) => a.number.localeCompare(b.number, 'en', { numeric: true })),
    effortDays: initiative.effortDays,
    money: initiative.money,
    externalKey: initiative.externalKey,
    link: initiative.link,
  }
}

function blockerWords({ blocker }: Initiative, { plan }: ReportContext): string | null {
  if (blocker === null) return null
  const owner = personName(plan, blocker.ownerId)
  const next = [owner, blocker.nextAction].filter((part) => part !== null && part.trim() !== '')
  const text = blocker.text.trim() === '' ? BLOCKER_WORDS[blocker.type] : blocker.text
  return next.length === 0 ? text : `${text} – next: ${next.join(': ')}`
}
