import { quoteTitle } from './clean-text.ts'
import type { DecimalSign } from './decimal-sign.ts'
import type { DraftLine } from './draft.ts'
import { asidesInLine, shareDone } from './line-asides.ts'
import { guessMetric } from './metric-guess.ts'
import type { MetricGuess } from './metric-outcome.ts'

type Read = Pick<
  DraftLine,
  'title' | 'metric' | 'missing' | 'confidence' | 'weight' | 'current'
> & {
  /** What of it can be read in two ways or was not taken; '' for nothing. */
  readonly doubt: string
}

function guessWords(words: string, decimal: DecimalSign | null): MetricGuess {
  const done = shareDone(words)
  const guess = guessMetric(done === '' ? words : words.replace(done, ''), decimal)
  return done === '' || guess.doubt !== ''
    ? guess
    : { ...guess, doubt: `${quoteTitle(done)} is no value; say where it stands by a check-in.` }
}

/** Reads the words of a key result: what measures it, and what they say of today beside it. */
export function readKeyResultLine(title: string, decimal: DecimalSign | null): Read {
  const { confidence, weight, current, withValue, rest } = asidesInLine(title, decimal)
  const spoken = guessWords(withValue, decimal)
  const { metric } = spoken
  // "To 50, currently 38" says where it starts; "from 30 to 50 (now 38)" where it stands.
  const isStart = 'baseline' in metric && metric.baseline === current
  if (current === null || isStart)
    return { title: withValue, ...spoken, confidence, weight, current: null }
  return { title: rest, ...guessWords(rest, decimal), confidence, weight, current }
}
