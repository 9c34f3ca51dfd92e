import type { Across } from '../across/across.ts'
import { scoreBand } from '../retrospective/score.ts'
import type { Chart } from './chart-drawing.ts'
import { ours, theirs } from './document.ts'
import type { Line, Tone } from './document.ts'
import { count, printNumber, printScore, printShare } from './printed-number.ts'

const SCORE_TICKS = [
  { value: 0, label: '0' },
  { value: 0.4, label: '0.40' },
  { value: 0.6, label: '0.60' },
  { value: 0.85, label: '0.85' },
  { value: 1, label: '1' },
]
const VERDICT_TONES = {
  'too-safe': 'warn',
  healthy: 'good',
  partial: 'warn',
  'too-much': 'bad',
} as const
const BAND_TONES = { missed: 'bad', partly: 'warn', reached: 'good' } as const
/** Longer lists of causes are told by their table. */
const MOST_CAUSES = 12

/** The score of each cycle against the lines that a cycle's mean is judged by. */
export function scoreChart({ cycles }: Across): Chart {
  return {
    label: 'Score of each cycle, 0 to 1',
    max: 1,
    ticks: SCORE_TICKS,
    rows: cycles.map(({ name, score, verdict }) => ({
      label: name,
      value: score,
      words: score === null ? 'not judged yet' : printScore(score),
      tone: verdict === null ? 'muted' : VERDICT_TONES[verdict.verdict],
      believed: null,
    })),
    summary: inOneLine(
      'Score of each cycle: ',
      cycles.map(({ name, score }) => [name, score === null ? 'not judged' : printScore(score)]),
    ),
  }
}

/** Of the check-ins that were due, how many were made. */
export function habitChart({ cycles }: Across): Chart {
  return {
    label: 'Check-ins made of those due, in percent',
    max: 1,
    ticks: [0, 0.25, 0.5, 0.75, 1].map((value) => ({ value, label: printShare(value) })),
    rows: cycles.map(({ name, checkIns }) => ({
      label: name,
      value: checkIns.share,
      words: checkIns.share === null ? 'none due' : printShare(checkIns.share),
      tone: 'muted',
      believed: null,
    })),
    summary: inOneLine(
      'Check-ins made of those due: ',
      cycles.map(({ name, checkIns }) => [
        name,
        checkIns.share === null ? 'none due' : printShare(checkIns.share),
      ]),
    ),
  }
}

/** How often each root cause was named. */
export function causeChart({ rootCauses }: Across): Chart {
  const shown = rootCauses.slice(0, MOST_CAUSES)
  const rest = rootCauses.length - shown.length
  return {
    label: 'Key results for each root cause',
    ...counts(shown.map(({ count: often }) => often)),
    rows: shown.map(({ cause, count: often, isRecurring }) => ({
      label: cause,
      value: often,
      words: `${printNumber(often)}${isRecurring ? ', recurring' : ''}`,
      tone: isRecurring ? 'warn' : 'muted',
      believed: null,
    })),
    summary: [
      ...inOneLine(
        'Key results for each root cause: ',
        shown.map(({ cause, count: often }) => [cause, printNumber(often)]),
      ),
      ...(rest > 0 ? [ours(` And ${printNumber(rest)} more in the table.`)] : []),
    ],
  }
}

/** What was reached with each first confidence, and the confidence itself as a ring. */
export function beliefChart({ calibration }: Across): Chart {
  return {
    label: 'Mean score reached with each first confidence; the ring is the confidence',
    max: 1,
    ticks: [0, 0.2, 0.4, 0.6, 0.8, 1].map((value) => ({ value, label: printNumber(value) })),
    rows: calibration.map(({ confidence, reached, count: size }) => ({
      label: `Confidence ${printNumber(confidence)} (${count(size, 'key result')})`,
      value: reached,
      words: `reached ${printScore(reached)}`,
      tone: toneOf(reached),
      believed: confidence / 10,
    })),
    summary: [
      ours(
        `Bars: the mean score reached; rings: the first confidence ÷ 10. ${calibration
          .map(
            ({ confidence, reached }) =>
              `With confidence ${printNumber(confidence)} reached ${printScore(reached)}`,
          )
          .join('; ')}.`,
      ),
    ],
  }
}

/** How often the plan of each cycle was changed on the way. */
export function detourChart({ cycles }: Across): Chart {
  return {
    label: 'Detours of each cycle',
    ...counts(cycles.map(({ detours }) => detours)),
    rows: cycles.map(({ name, detours, detoursExplained }) => ({
      label: name,
      value: detours,
      words:
        detours === 0 ? '0' : `${printNumber(detours)}, ${printNumber(detoursExplained)} explained`,
      tone: 'muted',
      believed: null,
    })),
    summary: inOneLine(
      'Detours of each cycle: ',
      cycles.map(({ name, detours }) => [name, printNumber(detours)]),
    ),
  }
}

function toneOf(score: number): Tone {
  return BAND_TONES[scoreBand(score)]
}

/** An axis for whole numbers: from 0, with few ticks. */
function counts(values: readonly number[]): Pick<Chart, 'max' | 'ticks'> {
  const most = Math.max(1, ...values)
  const step = Math.max(1, Math.ceil(most / 5))
  const max = Math.ceil(most / step) * step
  const ticks = Array.from({ length: max / step + 1 }, (_, i) => ({
    value: i * step,
    label: printNumber(i * step),
  }))
  return { max, ticks }
}

/** `Scores: Q1 0.67, Q2 0.20.` with what people typed kept apart. */
function inOneLine(head: string, parts: readonly (readonly [name: string, said: string])[]): Line {
  return [
    ours(head),
    ...parts.flatMap(([name, said], i) => [
      ...(i === 0 ? [] : [ours(', ')]),
      theirs(name),
      ours(` ${said}`),
    ]),
    ours('.'),
  ]
}
