import { STATUS_WORDS } from '../key-result/status.ts'
import { composeInitiatives } from './compose-initiatives.ts'
import { keyResultTable } from './compose-key-results.ts'
import { heading, note, ours, theirs, theirsWithLinks } from './document.ts'
import type { Block, Line } from './document.ts'
import { drawJourney, JOURNEY_SIZES } from './journey-drawing.ts'
import { joined, reason, sentences } from './line-words.ts'
import type { ReportOptions } from './options.ts'
import { count, printPercent, printScore } from './printed-number.ts'
import type { DateStyle } from './printed-number.ts'
import type { ReportModel, ReportObjective } from './report-model.ts'
import { STATUS_TONES } from './status-words.ts'

/** One objective: its head, its key results with the rule behind each status, its initiatives. */
export function composeObjective(
  objective: ReportObjective,
  model: ReportModel,
  dates: DateStyle,
  journeys: ReportOptions['journeys'] = 'none',
): readonly Block[] {
  const blocks: Block[] = [
    heading(
      2,
      [ours(`Objective ${objective.number} · `), theirs(objective.title)],
      model.kind === 'plan' ? null : [ours(headNumber(objective))],
    ),
    note(...objectiveFacts(objective, model)),
  ]
  if (objective.why.trim() !== '')
    blocks.push({ type: 'text', look: 'prose', text: theirsWithLinks(objective.why) })
  if (journeys !== 'none' && objective.keyResults.length > 0)
    blocks.push({
      type: 'drawing',
      drawing: drawJourney(objective, model, dates, JOURNEY_SIZES[journeys]),
    })
  if (model.kind === 'review' && objective.keyResults.length > 0)
    blocks.push(note(...sentences(objective.reasons)))
  if (objective.keyResults.length === 0) blocks.push(note(ours('No key results yet.')))
  else blocks.push(keyResultTable(objective, model, dates))
  if (objective.initiatives.length > 0)
    blocks.push(
      heading(3, [ours('Initiatives')]),
      ...composeInitiatives(
        `Initiatives of objective ${objective.number}`,
        objective.initiatives,
        model,
        dates,
      ),
    )
  return blocks
}

function headNumber(objective: ReportObjective): string {
  if (objective.score !== null) return printScore(objective.score)
  return objective.progress === null ? '–' : printPercent(objective.progress)
}

function objectiveFacts(objective: ReportObjective, model: ReportModel): Line {
  const facts: Line[] = []
  if (objective.state === 'dropped')
    facts.push([ours('Dropped', { strong: true }), ...reason(objective.stateReason)])
  facts.push(
    objective.owner === null ? [ours('No owner')] : [ours('Owner '), theirs(objective.owner)],
    [ours(objective.type)],
  )
  if (objective.theme !== null) facts.push([ours('theme '), theirs(objective.theme)])
  if (model.kind === 'review') facts.push(...paceFacts(objective))
  if (objective.supportedBy.length > 0)
    facts.push([
      ours(
        `supported by ${objective.supportedBy.length === 1 ? 'objective' : 'objectives'} ${objective.supportedBy.join(', ')}`,
      ),
    ])
  if (objective.contributesTo !== null)
    facts.push([ours('contributes to '), theirs(objective.contributesTo)])
  if (objective.contribution.trim() !== '') facts.push([theirs(objective.contribution)])
  if (objective.scoreReason !== '') facts.push([ours('score: '), theirs(objective.scoreReason)])
  return joined(facts, ' · ')
}

function paceFacts(objective: ReportObjective): readonly Line[] {
  const facts: Line[] = []
  if (objective.expected !== null && objective.progress !== null)
    facts.push([
      ours(`expected ${printPercent(objective.expected)} by today, ${gapWords(objective.gap)}`),
    ])
  if (objective.keyResults.length > 0)
    facts.push([
      ours(STATUS_WORDS[objective.status], { strong: true, tone: STATUS_TONES[objective.status] }),
      ours(objective.weakest === null ? '' : `, the status of ${objective.weakest}`),
    ])
  return facts
}

function gapWords(gap: number | null): string {
  if (gap === null) return 'no verdict'
  const points = Math.round(Math.abs(gap) * 100)
  if (points === 0) return 'on pace'
  return `${count(points, 'point')} ${gap > 0 ? 'behind' : 'ahead'}`
}
