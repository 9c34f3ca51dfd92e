import { MONTH_NAME } from '../calendar/written-day.ts'
import { LIMITS } from '../plan/limits.ts'

/** A number as it stands in a text. */
export type FoundAmount = {
  readonly value: number
  /** `%`, `min`, `$`, …; '' when none is written. */
  readonly unit: string
  /** 1,000 for "5k": the value has it already. */
  readonly scale: number
  /** `x` or `times`: a multiple, not a value. */
  readonly isMultiple: boolean
  /** Written with a plus in front ("+25 %"). */
  readonly hasPlus: boolean
  /** Written with a plus behind ("50+"). */
  readonly isOpenEnded: boolean
  /** The upper end of a range ("4–5x", "3 to 5"); null for a single number. */
  readonly upTo: number | null
  /** The sign alone cannot say whether this is 1,234 or 1.234. */
  readonly isAmbiguous: boolean
  readonly start: number
  readonly end: number
}

const SCALE: Readonly<Record<string, number>> = {
  k: 1e3,
  m: 1e6,
  mio: 1e6,
  mn: 1e6,
  million: 1e6,
  bn: 1e9,
  b: 1e9,
  billion: 1e9,
  thousand: 1e3,
  tsd: 1e3,
  tausend: 1e3,
  t: 1e3,
  milliarden: 1e9,
  mrd: 1e9,
  millionen: 1e6,
}

/** Spellings of units that are one unit. Others stay as they are written. */
const UNITS: Readonly<Record<string, string>> = {
  '%': '%',
  percent: '%',
  'per cent': '%',
  prozent: '%',
  pp: 'pp',
  'percentage points': 'pp',
  'percentage point': 'pp',
  points: 'points',
  point: 'points',
  pts: 'points',
  punkte: 'points',
  prozentpunkte: 'pp',
  ms: 'ms',
  millisecond: 'ms',
  milliseconds: 'ms',
  s: 's',
  sec: 's',
  secs: 's',
  second: 's',
  seconds: 's',
  sekunden: 's',
  min: 'min',
  mins: 'min',
  minute: 'min',
  minuten: 'min',
  minutes: 'min',
  h: 'h',
  hr: 'h',
  hrs: 'h',
  hour: 'h',
  hours: 'h',
  stunde: 'h',
  stunden: 'h',
  std: 'h',
  d: 'd',
  day: 'd',
  days: 'd',
  tag: 'd',
  tage: 'd',
  tagen: 'd',
  'business day': 'business days',
  'business days': 'business days',
  'working day': 'working days',
  'working days': 'working days',
  week: 'weeks',
  weeks: 'weeks',
  wochen: 'weeks',
  month: 'months',
  months: 'months',
  monate: 'months',
  monaten: 'months',
  iteration: 'iterations',
  iterations: 'iterations',
  usd: '$',
  eur: '€',
  gbp: '£',
  euro: '€',
  euros: '€',
  dollars: '$',
  kb: 'kB',
  mb: 'MB',
  gb: 'GB',
}

const DIGITS = String.raw`\d{1,3}(?:['’ \u00a0\u202f]\d{3})+(?![\d])(?:[.,]\d+)?|\d+(?:[.,]\d+)*`
const AMOUNT = new RegExp(
  String.raw`(?<![\p{L}\d#.,_/-])([+−-])?([$€£]|(?:USD|EUR|GBP) ?)?([+−-])?(${DIGITS})`,
  'giu',
)
const SUFFIX =
  /^(?:[  ]?(millionen|million|milliarden|mrd|thousand|tausend|tsd|billion|mio|mn|bn)\b\.?|((?:k|m|b)(?![\p{L}\d])|[  ]?[tk](?=€|eur(?!\p{L}))))?(?:(\+)(?![\p{L}\d]))?[  ]?(percentage points?|business days?|working days?|per cent|%|[$€£]|[\p{L}]{1,14})?/iu
const RANGE_TAIL = /^[  ]?(?:[–—-]|to|bis)[  ]?(\d+(?:[.,]\d+)?)/i

/**
 * A written number to its value; `decimal` is a comma where the whole text writes decimals so. Both signs present: the last one is the decimal sign. One comma before
 * three digits is read as thousands, one point before three digits as a decimal point; both are marked
 * ambiguous, because the sign cannot say.
 */
export function readNumber(
  digits: string,
  decimal: ',' | null = null,
): { value: number; isAmbiguous: boolean } {
  const plain = digits.replace(/['’\u00a0\u202f ]/g, '')
  if (decimal === ',' && /^\d{1,3}(?:\.\d{3})+$/.test(plain))
    return { value: Number(plain.replaceAll('.', '')), isAmbiguous: false }
  const comma = plain.lastIndexOf(',')
  const point = plain.lastIndexOf('.')
  if (comma !== -1 && point !== -1) {
    const [thousands, decimal] = comma > point ? ['.', ','] : [',', '.']
    return {
      value: Number(plain.replaceAll(thousands, '').replace(decimal, '.')),
      isAmbiguous: false,
    }
  }
  const sign = comma !== -1 ? ',' : '.'
  const parts = plain.split(sign)
  if (parts.length === 1) return { value: Number(plain), isAmbiguous: false }
  const grouped = parts.slice(1).every((part) => part.length === 3) && (parts[0] ?? '').length <= 3
  if (parts.length > 2) return { value: Number(parts.join('')), isAmbiguous: !grouped }
  if (grouped && parts[0] !== '0')
    return { value: Number(sign === ',' ? parts.join('') : parts.join('.')), isAmbiguous: true }
  return { value: Number(parts.join('.')), isAmbiguous: false }
}

/**
 * Of money three digits behind a point are thousands, and so are most numbers that end in two noughts; of
 * shares and times they are decimals.
 */
const isThousands = (digits: string, unit: string) =>
  /^\d{1,3}\.\d{3}$/.test(digits) &&
  (/^[$€£]$/.test(unit) || (digits.endsWith('00') && !FINE_UNITS.has(unit)))
const FINE_UNITS = new Set(['%', 'pp', 's', 'min', 'h', 'd', 'weeks'])

/** One spelling for a unit. */
export function readUnit(text: string): string {
  const key = text.toLowerCase().trim()
  return Object.hasOwn(UNITS, key) ? (UNITS[key] ?? '') : ''
}

/** Words before a number that make it a name ("Tier 1", "RFC 42", "Q4", "top 3"), not a value. */
const NAMING =
  /(?:^|[\s([/])(?:tier|phase|step|stage|version|v|rfc|level|layer|top|part|section|chapter|sprint|h|q|cy|fy|nr|issue|ticket|priority|p|wave|track|iso|series|gen)\.?\s{0,2}$/i
/** "tier 1 or 2": the second number names the same kind of thing. */
const NAMING_PAIR = /(?:tier|phase|q|level)\s?\d+\s(?:or|and|to|&)\s$/i
const YEAR = /^(?:199|20\d)\d$/
/** "March 31", "31st of March": the number is a day. */
const BEHIND_MONTH = new RegExp(String.raw`(?<!\p{L})${MONTH_NAME}\.?\s{1,2}$`, 'iu')
const BEFORE_MONTH = new RegExp(
  String.raw`^(?:st|nd|rd|th|\.)?\s{0,2}(?:of\s)?${MONTH_NAME}(?!\p{L})`,
  'iu',
)

function isName(text: string, start: number, digits: string, hasUnit: boolean): boolean {
  const before = text.slice(Math.max(0, start - 24), start)
  return NAMING.test(before) || NAMING_PAIR.test(before) || (!hasUnit && YEAR.test(digits))
}

/** All amounts of a line in order; years, tiers, issue numbers and the like are no amounts. */
export function findAmounts(text: string, decimal: ',' | null = null): FoundAmount[] {
  const found: FoundAmount[] = []
  AMOUNT.lastIndex = 0
  for (let match = AMOUNT.exec(text); match && found.length < 50; match = AMOUNT.exec(text)) {
    const digits = match[4] ?? ''
    const start = match.index
    let end = start + match[0].length
    if (/^\d*(?:st|nd|rd|th)\b/i.test(text.slice(end, end + 4))) continue
    // A date or a time of day.
    if (/^\d{1,2}$/.test(digits) && BEFORE_MONTH.test(text.slice(end, end + 20))) continue
    if (/^(?:[/.:]\d|-\d\d-)/.test(text.slice(end, end + 4))) continue
    const number = readNumber(digits, decimal)
    let upTo: number | null = null
    const range = RANGE_TAIL.exec(text.slice(end, end + 24))
    const suffixOfFirst = SUFFIX.exec(text.slice(end, end + 40))
    if (range && /^[  ]?[–—-]/.test(range[0])) {
      upTo = readNumber(range[1] ?? '', decimal).value
      end += range[0].length
    }
    const suffix = upTo === null ? suffixOfFirst : SUFFIX.exec(text.slice(end, end + 40))
    const scaleWord = (suffix?.[1] ?? suffix?.[2] ?? '').trim().toLowerCase()
    const scale = SCALE[scaleWord] ?? 1
    const word = (suffix?.[4] ?? '').toLowerCase()
    const isMultiple = word === 'x' || word === 'times' || word === 'fold'
    const currency = readUnit((match[2] ?? '').trim()) || (match[2] ?? '').trim()
    const written = isMultiple ? '' : readUnit(word) || (/^[$€£]$/.test(word) ? word : '')
    const unit = currency !== '' ? currency : written
    if (isName(text, start, digits, unit !== '' || scale !== 1)) continue
    if (
      unit === '' &&
      /^\d{1,2}$/.test(digits) &&
      BEHIND_MONTH.test(text.slice(Math.max(0, start - 14), start))
    )
      continue
    const plain =
      scale === 1 && !isMultiple && decimal === null && isThousands(digits, unit)
        ? Number(digits.replace('.', ''))
        : number.value
    const used = suffix ? suffixLength(suffix, isMultiple || written !== '') : 0
    // A row of digits that no plan can hold is a text.
    const most = LIMITS.number / (isMultiple ? 100 : 1)
    if (Math.max(plain, upTo ?? 0) * scale >= most) continue
    found.push({
      value:
        plain * scale * ((match[1] ?? match[3]) === '-' || (match[1] ?? match[3]) === '−' ? -1 : 1),
      unit,
      scale,
      isMultiple,
      hasPlus: (match[1] ?? match[3]) === '+',
      isOpenEnded: suffix?.[3] === '+',
      upTo: upTo === null ? null : upTo * scale,
      isAmbiguous: number.isAmbiguous,
      start,
      end: end + used,
    })
    AMOUNT.lastIndex = Math.max(AMOUNT.lastIndex, end + used)
  }
  return found
}

/** How much of the suffix belongs to the amount: an ordinary word behind a number does not. */
function suffixLength(suffix: RegExpExecArray, withWord: boolean): number {
  const word = suffix[4] ?? ''
  return withWord
    ? suffix[0].length
    : suffix[0].slice(0, suffix[0].length - word.length).trimEnd().length
}
