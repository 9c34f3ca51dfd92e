import { keptApart } from './bidi-text.ts'
import { ours, theirs } from './document.ts'
import type { Block, Line, ReportDocument, Section } from './document.ts'
import type { Day } from '../calendar/day.ts'
import { KIND_NAMES } from './options.ts'
import type { ReportKind, ReportOptions, SectionId } from './options.ts'
import { printDay } from './printed-number.ts'
import { readableText, shorten } from './printed-text.ts'

/** Letters of a name in the foot of a page. */
const FOOT_NAME = 48

type Frame = {
  readonly kind: ReportKind
  readonly planName: string
  /** What the report is about, e.g. the cycle: for the title, the file name and the foot. */
  readonly subject: string
  readonly heading: Line
  readonly subtitle: Line
  readonly today: Day
  readonly compose: (section: SectionId) => readonly Block[]
}

/** A document around the parts that were asked for; empty parts leave no trace. */
export function framed(frame: Frame, options: ReportOptions): ReportDocument {
  const name = KIND_NAMES[frame.kind]
  const planName = oneLine(frame.planName)
  const subject = oneLine(frame.subject)
  return {
    title: [planName, subject, name].filter((part) => part !== '').join(' – '),
    overline: [ours(`${name} · `), theirs(frame.planName)],
    heading: frame.heading,
    subtitle: frame.subtitle,
    sections: options.sections
      .map((id): Section => ({ id, blocks: frame.compose(id) }))
      .filter(({ blocks }) => blocks.length > 0),
    footer: footOf(
      [planName, subject],
      `${name}, state of ${printDay(frame.today, options.dates)}`,
    ),
  }
}

/**
 * The foot of a page: names, cut and each in its own direction, and what the pages are. It is one line with the
 * page number at its end: long names must not push that off the paper.
 */
export function footOf(names: readonly string[], what: string): string {
  const cut = names.map((name) => keptApart(shorten(oneLine(name), FOOT_NAME)))
  return [...cut, what].filter((part) => part !== '').join(' · ')
}

function oneLine(text: string): string {
  return readableText(text).replace(/\s+/gu, ' ').trim()
}
