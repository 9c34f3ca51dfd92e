const MONTH =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
const WEEKDAY = 'monday|tuesday|wednesday|thursday|friday|saturday|sunday'

/** Ways to say a day or a span of time: quarters, months with a day or after "by", years, ISO days. */
const DATES: readonly RegExp[] = [
  /\b(?:19|20|21)\d{2}[-/ ]?Q[1-4]\b/gi,
  /\b\d{4}-\d{2}-\d{2}\b/g,
  /\b\d{1,2}[./]\d{1,2}[./](?:\d{2}){1,2}\b/g,
  /\b[QH][1-4](?:\s*[-/']?\s*(?:\d{4}|\d{2})\b)?/gi,
  new RegExp(
    `\\b(?:${MONTH})\\.?\\s+\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s*(?:19|20|21)\\d{2})?\\b`,
    'gi',
  ),
  new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th|\\.)?\\s+(?:${MONTH})\\b(?:\\s*(?:19|20|21)\\d{2})?`, 'gi'),
  new RegExp(
    `\\b(?:by|in|until|till|before|end of)\\s+(?:the end of\\s+|end of\\s+|late\\s+|early\\s+|mid-?)?(?:${MONTH}|${WEEKDAY})\\b`,
    'gi',
  ),
  /\b(?:by|at|before|until|till)\s+(?:the\s+)?(?:end|close|start|beginning)\s+of\b/gi,
  /\b(?:this|next|within (?:a|the)|by)\s+(?:week|month|quarter|year|cycle|half)\b/gi,
  /\b(?:in|by|of|during|until|before|since)\s+(?:19|20|21)\d{2}\b/gi,
]

/** Digits that are part of a name and measure nothing: 24/7, p95, B2B, v2, Web 2.0, #1. */
const NAMES =
  /\b24\s?\/\s?7\b|\b\p{L}+\d[\p{L}\d.]*|\b\d+[\p{L}]\d*\p{L}*(?<=\b\dD|\bB2B|\bB2C)|\b(?:web|version|phase|level|tier|iso|python|office|windows)[\s-]+\d[\d.]*|#\d+/giu

/** The text without its dates and addresses, so that a year is not taken for a target. */
export function withoutDates(text: string): string {
  const plain = text.replace(/\bhttps?:\/\/\S+/gi, ' ')
  return DATES.reduce((rest, pattern) => rest.replace(pattern, ' '), plain)
}

/** Whether a text says when. */
export function hasDate(text: string): boolean {
  return DATES.some((pattern) => text.search(pattern) >= 0)
}

const SPELLED =
  /\b(?:double|doubled|triple|tripled|halve|halved|twice|threefold|zero|no more than one)\b/i

/** Whether a text holds a quantity: a number that is no date and no part of a name, or a word for one. */
export function hasQuantity(text: string): boolean {
  const rest = withoutDates(text).replace(NAMES, ' ')
  return /\d/.test(rest) || SPELLED.test(rest)
}

/** A change against where one stands, as a fraction: "by 25 %" is 0.25, "3x" is 2, "halve" is −0.5. */
export function relativeChange(text: string): number | null {
  const rest = withoutDates(text)
  if (isFromTo(text)) return null
  const isDown = /\b(?:reduce|decrease|cut|lower|drop|shrink|fewer|less|faster|down)\b/i.test(rest)
  const percent =
    /\bby\s+(?:at least\s+|about\s+|another\s+|over\s+|more than\s+)?([\d.,]*\d)\s*(?:%|percent|per cent)/i.exec(
      rest,
    ) ??
    /(?:^|\s)[+-]\s?([\d.,]*\d)\s*%/.exec(rest) ??
    /([\d.,]*\d)\s*(?:%|percent)\s+(?:more|fewer|less|higher|lower|faster|better|growth|increase|decrease|reduction)\b/i.exec(
      rest,
    )
  if (percent) {
    const size = Number((percent[1] ?? '').replace(/,(?=\d{3}\b)/g, '').replace(',', '.')) / 100
    if (!Number.isFinite(size) || size === 0) return null
    return isDown || /-\s?\d/.test(percent[0]) ? -size : size
  }
  const times = /\b([\d.]+)\s?[x×](?=\s|$|[.,;])/i.exec(rest)
  if (times) {
    const factor = Number(times[1])
    return Number.isFinite(factor) && factor > 1 ? factor - 1 : null
  }
  if (/\b(?:double|doubled|twice)\b/i.test(rest)) return 1
  if (/\b(?:triple|tripled|threefold)\b/i.test(rest)) return 2
  return /\b(?:halve|halved)\b/i.test(rest) ? -0.5 : null
}

/** Whether a text names where it starts and where it goes: "from 14 to 5", "14 → 5". */
export function isFromTo(text: string): boolean {
  return (
    /\bfrom\b.{0,40}?\d.*?(?:\bto\b|→|->).*?\d/is.test(text) ||
    /\d.{0,20}?(?:→|->)\s*.{0,20}?\d/s.test(text)
  )
}

const CHANGE =
  'improve|increase|raise|grow|boost|lift|expand|reduce|decrease|lower|cut|shorten|speed up|drop|shrink|accelerate|double|triple|halve|maximi[sz]e|minimi[sz]e'

/** Whether a text speaks of moving a number rather than of keeping or counting one. */
export function isChange(text: string): boolean {
  return new RegExp(`\\b(?:${CHANGE})\\b`, 'i').test(text)
}

/** Whether a text asks for two changes at once: "Increase revenue and reduce costs". */
export function isTwoChanges(text: string): boolean {
  return new RegExp(`\\b(?:${CHANGE})\\b.*\\b(?:and|while|&)\\b.*\\b(?:${CHANGE})\\b`, 'is').test(
    text,
  )
}

const ACTIVITIES =
  /^\s*(?:to\s+)?(?:launch|implement|build|develop|create|write|ship|deliver|roll ?out|release|run|hold|organi[sz]e|conduct|migrate|set up|introduce|complete|finish|redesign|refactor|hire|train|publish|start|work on|design|install|deploy|prepare|document|define|investigate|research|evaluate|attend|meet|send|add|upgrade|rewrite|test|review)\b/i

/** Whether a text names something to do rather than what changes through it. */
export function isActivity(text: string): boolean {
  return ACTIVITIES.test(text)
}

const VANITY =
  /\b(?:page ?views?|impressions?|followers?|number of likes|downloads?|hits|visits|visitors?|clicks|registered users|subscribers)\b/i

/** Whether a text counts what looks good and decides nothing. */
export function isVanity(text: string): boolean {
  return VANITY.test(text)
}
