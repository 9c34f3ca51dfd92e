import { ours, theirs } from './document.ts'
import type { Line } from './document.ts'
import { printDayIn, printPercent } from './printed-number.ts'
import type { DateStyle } from './printed-number.ts'
import type { ReportKeyResult, ReportModel, ReportObjective } from './report-model.ts'
import type { RouteScene, SceneCheckpoint } from './route-scene.ts'
import { STATUS_WORDS } from '../key-result/status.ts'
import { STATUS_TONES } from './status-words.ts'

/** The roads of a model: objectives that were not dropped, with their key results that count or are watched. */
export function sceneOf(model: ReportModel): RouteScene {
  const { startOn, endOn } = model.cycle
  const isPlan = model.kind === 'plan'
  const isInside = model.today >= startOn && model.today <= endOn
  return {
    startOn,
    endOn,
    today: isInside && !isPlan ? model.today : null,
    lanes: drivenObjectives(model).map((objective) => ({
      number: objective.number,
      title: objective.title,
      hue: objective.hue,
      progress: isPlan ? null : objective.progress,
      expected: isPlan ? null : objective.expected,
      checkpoints: objective.keyResults
        .filter(({ state }) => state === 'active')
        .map((keyResult) => checkpointOf(keyResult, isPlan)),
    })),
  }
}

function drivenObjectives(model: ReportModel) {
  return model.objectives.filter(({ state }) => state !== 'dropped')
}

function checkpointOf(keyResult: ReportKeyResult, isPlan: boolean): SceneCheckpoint {
  const { number, title, dueOn, status } = keyResult
  const isReached = !isPlan && status === 'done'
  const tone = isPlan ? 'muted' : STATUS_TONES[status]
  return { number, title, dueOn, reached: isReached, tone, words: checkpointWords(keyResult) }
}

function checkpointWords(keyResult: ReportKeyResult): string {
  if (keyResult.measured === 'unmeasured') return 'not measured'
  const word = STATUS_WORDS[keyResult.status].toLowerCase()
  if (keyResult.measured === 'not-started' || keyResult.status === 'done') return word
  return `${printPercent(keyResult.counted)}, ${word}`
}

/** The drawing in words, one line a road. */
export function describeRoute(model: ReportModel, dates: DateStyle): readonly Line[] {
  return drivenObjectives(model).map((objective) => describeRoad(objective, model, dates))
}

/** The road of one objective in words. */
export function describeRoad(
  objective: ReportObjective,
  model: Pick<ReportModel, 'kind' | 'cycle'>,
  dates: DateStyle,
): Line {
  const isPlan = model.kind === 'plan'
  const year = model.cycle.endOn.slice(0, 4)
  const way: string[] = []
  if (!isPlan && objective.progress !== null)
    way.push(`${printPercent(objective.progress)} of the way`)
  if (!isPlan && objective.expected !== null)
    way.push(`expected ${printPercent(objective.expected)} by today`)
  const stops = objective.keyResults
    .filter(({ state }) => state === 'active')
    .map((keyResult) => {
      const due = `due ${printDayIn(year, keyResult.dueOn, dates)}`
      return `${keyResult.number} ${due}${isPlan ? '' : `: ${checkpointWords(keyResult)}`}`
    })
  const said = [way.join(', '), stops.join('; ')].filter((part) => part !== '')
  return [
    ours(`${objective.number} `, { strong: true }),
    theirs(objective.title, { strong: true }),
    ours(said.length === 0 ? '' : ` – ${said.join('. ')}`),
  ]
}
