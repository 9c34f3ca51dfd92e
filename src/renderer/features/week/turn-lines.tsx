import { STATUS_WORDS } from '#domain/key-result/status.ts'
import type { Ref } from '#domain/plan/field.ts'
import { workTurnReason, workTurnWord } from '#domain/week/turn-words.ts'
import type { WeekModel } from '#domain/week/week.ts'
import { Badge, StatusChip } from '#ui/badge.tsx'
import type { WeekLine } from './week-section.tsx'

/** What turned as lines: the worse first; objectives, then key results, then initiatives. */
export function turnLines(week: WeekModel, open: (ref: Ref) => void): readonly WeekLine[] {
  const lines = [
    ...week.turnedObjectives.map(({ objective, from, to, reason, isWorse }) => ({
      isWorse,
      id: objective.id,
      title: objective.title,
      words: `Objective · ${STATUS_WORDS[from]} → ${STATUS_WORDS[to]} · ${reason}`,
      before: <StatusChip status={to} reasons={[reason]} />,
      reasons: [reason],
      open: () => {
        open({ kind: 'objective', id: objective.id })
      },
    })),
    ...week.turned.map(({ keyResult, from, to, reason, isWorse }) => ({
      isWorse,
      id: keyResult.id,
      title: keyResult.title,
      words: `${STATUS_WORDS[from]} → ${STATUS_WORDS[to]} · ${reason}`,
      before: <StatusChip status={to} reasons={[reason]} />,
      reasons: [reason],
      open: () => {
        open({ kind: 'keyResult', id: keyResult.id })
      },
    })),
    ...week.turnedWork.map((turn) => ({
      isWorse: turn.isWorse,
      id: turn.initiative.id,
      title: turn.initiative.title,
      words: `Initiative · ${workTurnReason(turn)}`,
      before: (
        <Badge tone={turn.isWorse ? 'bad' : 'good'} reasons={[workTurnReason(turn)]}>
          {workTurnWord(turn)}
        </Badge>
      ),
      reasons: [workTurnReason(turn)],
      open: () => {
        open({ kind: 'initiative', id: turn.initiative.id })
      },
    })),
  ]
  return lines
    .sort((a, b) => Number(b.isWorse) - Number(a.isWorse))
    .map((line) => ({ ...line, tone: line.isWorse ? 'bad' : 'good' }))
}
