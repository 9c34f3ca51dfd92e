import { formatDay, formatSpan } from '#domain/calendar/day-format.ts'
import { INITIATIVE_STATE_WORDS } from '#domain/initiative/initiative-progress.ts'
import type { Initiative } from '#domain/initiative/initiative.ts'
import { formatMetric } from '#domain/key-result/value-format.ts'
import { counted, inQuotes, shortTitle } from '#domain/plan/title-quote.ts'
import type { FigureSources } from './figures.ts'
import { initiativeFigures, keyResultFigures, objectiveFigures } from './figures.ts'
import { figureSources } from './selectors.ts'
import { usePlan } from './working-copy.ts'

const TITLE_LENGTH = 160

/** Why an initiative has its colour: its state, the blocker, how late it is and since when. */
function initiativeLines(sources: FigureSources, initiative: Initiative): readonly string[] {
  const { state, blocker, dueOn, doneOn } = initiative
  const figures = initiativeFigures(sources, initiative)
  const word = INITIATIVE_STATE_WORDS[state]
  const lines = [
    state === 'done' && doneOn !== null ? `${word} on ${formatDay(doneOn)}` : word,
    ...(blocker === null
      ? []
      : [
          `Blocked since ${formatDay(blocker.sinceOn)}${blocker.text.trim() === '' ? '' : `: ${shortTitle(blocker.text, TITLE_LENGTH)}`}`,
        ]),
    ...(figures.isLate && dueOn !== null
      ? [
          `${counted(figures.lateDays, 'day')} late: due ${formatDay(dueOn)}, neither done nor dropped`,
        ]
      : []),
    ...(figures.tasks > 0
      ? [`${String(figures.tasksDone)} of ${counted(figures.tasks, 'task')} done`]
      : []),
    ...figures.flatKeyResultIds.map(
      (id) =>
        `Work done, number flat: ${inQuotes(sources.plan.keyResult.get(id)?.title ?? '')} has not moved for three check-ins`,
    ),
  ]
  // A blocker says more than the word of the state.
  return blocker !== null && state === 'blocked' ? lines.slice(1) : lines
}

/**
 * The rule and the numbers behind the colour of a thing in the open plan, under its title; `of` is its kind
 * and id (`keyResult k1`). Null for what is not there or has no colour.
 */
export function whyLines(of: string): readonly string[] | null {
  const sources = figureSources(usePlan.getState())
  const [kind, id = ''] = of.split(' ')
  if (!sources) return null
  const { plan } = sources
  if (kind === 'keyResult') {
    const keyResult = plan.keyResult.get(id)
    const figures = keyResult && keyResultFigures(sources, keyResult)
    if (!figures) return null
    const what = `${formatMetric(keyResult.metric)} · due ${formatDay(keyResult.dueOn)}`
    return [shortTitle(keyResult.title, TITLE_LENGTH), what, ...figures.reasons]
  }
  if (kind === 'objective') {
    const objective = plan.objective.get(id)
    const figures = objective && objectiveFigures(sources, objective)
    return figures ? [shortTitle(objective.title, TITLE_LENGTH), ...figures.reasons] : null
  }
  if (kind === 'initiative') {
    const initiative = plan.initiative.get(id)
    if (!initiative) return null
    const { title, startOn, dueOn } = initiative
    const span = startOn && dueOn ? [formatSpan(startOn, dueOn)] : []
    return [shortTitle(title, TITLE_LENGTH), ...span, ...initiativeLines(sources, initiative)]
  }
  return null
}
