import { formatDayWithYear } from '../calendar/day-format.ts'
import type { Metric } from '../key-result/key-result.ts'
import { formatMetric, formatNumber, formatPercent } from '../key-result/value-format.ts'
import type { Id, Kind, Ref } from '../plan/field.ts'
import type { Plan } from '../plan/plan.ts'
import { thingAt } from '../plan/plan.ts'
import { canonicalJson } from '../plan/state-hash.ts'
import { counted, shortTitle } from '../plan/title-quote.ts'
import { fieldWords, titleOfThing } from './thing-words.ts'

/** Characters of a value that are shown; a note may have 20,000. */
const MOST = 300
/** Entries of a list that are named. */
const MOST_ENTRIES = 12

/** Where names are looked up: the first plan that knows the thing. */
export type Names = readonly Plan[]

/** The value of a field in words for a person; ids become names. Text comes back as it is, cut to 300. */
export function valueWords(field: string, value: unknown, names: Names): string {
  return excerpt(plainWords(lastPart(field), value, names), 0)
}

/** Two values in words, long ones from shortly before the place where they begin to differ. */
export function valuePair(
  field: string,
  a: unknown,
  b: unknown,
  names: Names,
): readonly [string, string] {
  const words = [a, b].map((value) => [...plainWords(lastPart(field), value, names)])
  const [left = [], right = []] = words
  let same = 0
  while (same < left.length && same < right.length && left[same] === right[same]) same += 1
  const from = Math.max(left.length, right.length) > MOST && same > LEAD ? same - LEAD : 0
  return [excerpt(left.join(''), from), excerpt(right.join(''), from)]
}

/** Whole characters that are shown before a difference. */
const LEAD = 60

function excerpt(words: string, from: number): string {
  const letters = [...words].slice(from)
  const shown = letters.length > MOST ? [...letters.slice(0, MOST - 1), '…'] : letters
  return `${from > 0 ? '…' : ''}${shown.join('')}`
}

const lastPart = (field: string) => field.slice(field.lastIndexOf('.') + 1)

function plainWords(field: string, value: unknown, names: Names): string {
  if (value === undefined || value === null) return 'none'
  if (value === '') return 'empty'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number')
    return SHARES.has(field) ? formatPercent(value) : formatNumber(value)
  if (typeof value === 'string') return stringWords(field, value, names)
  if (Array.isArray(value)) return listWords(field, value, names)
  return recordWords(field, value as Readonly<Record<string, unknown>>, names)
}

const SHARES: ReadonlySet<string> = new Set([
  'share',
  'typedProgress',
  'expected',
  'onPace',
  'slipping',
])

const KIND_OF: Readonly<Record<string, Kind>> = {
  ownerId: 'person',
  personId: 'person',
  authorId: 'person',
  assigneeId: 'person',
  answerOwnerId: 'person',
  presentIds: 'person',
  withoutPartIds: 'person',
  themeId: 'theme',
  cycleId: 'cycle',
  objectiveId: 'objective',
  keyResultId: 'keyResult',
  dependsOn: 'initiative',
  cardId: 'card',
  groupId: 'card',
  workshopId: 'workshop',
  corrects: 'checkIn',
  voteId: 'vote',
}

function stringWords(field: string, value: string, names: Names): string {
  const kind = KIND_OF[field]
  if (kind) return nameOf({ kind, id: value }, names)
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return formatDayWithYear(value)
  if (/^\d{4}-\d\d-\d\dT/.test(value))
    return `${formatDayWithYear(value.slice(0, 10))}, ${value.slice(11, 16)} UTC`
  return value
}

function listWords(field: string, list: readonly unknown[], names: Names): string {
  if (list.length === 0) return 'none'
  const words = list.slice(0, MOST_ENTRIES).map((item) => plainWords(field, item, names))
  const rest = list.length - words.length
  return [...words, ...(rest > 0 ? [`${String(rest)} more`] : [])].join('; ')
}

function recordWords(
  field: string,
  record: Readonly<Record<string, unknown>>,
  names: Names,
): string {
  if (field === 'metric') return metricWords(record as unknown as Metric)
  if (typeof record['kind'] === 'string' && typeof record['id'] === 'string')
    return nameOf(record as unknown as Ref, names)
  if ('share' in record) {
    const of = record['keyResultId'] ?? record['personId']
    const kind = 'keyResultId' in record ? 'keyResult' : 'person'
    return `${nameOf({ kind, id: String(of) }, names)} ${formatPercent(Number(record['share']))}`
  }
  const title = record['title'] ?? record['text'] ?? record['question']
  if (typeof title === 'string') {
    const isDone = record['done'] === true || typeof record['doneOn'] === 'string'
    return `${shortTitle(title, 80)}${isDone ? ' (done)' : ''}`
  }
  return Object.entries(record)
    .map(([key, item]) => `${fieldWords(key)}: ${itemWords(key, item, names)}`)
    .join(', ')
}

/** Two levels down a value is shown as it is written. */
function itemWords(key: string, item: unknown, names: Names): string {
  return typeof item === 'object' && item !== null
    ? canonicalJson(item)
    : plainWords(key, item, names)
}

function metricWords(metric: Metric): string {
  if (metric.type !== 'milestone') return formatMetric(metric)
  const steps = metric.steps.map(
    ({ title, doneOn }) => `${shortTitle(title, 60)}${doneOn === null ? '' : ' (done)'}`,
  )
  return `${counted(steps.length, 'step')}: ${steps.slice(0, MOST_ENTRIES).join('; ')}`
}

function nameOf({ kind, id }: { readonly kind: Kind; readonly id: Id }, names: Names): string {
  for (const plan of names) {
    const thing = thingAt(plan, { kind, id })
    if (thing) return shortTitle(titleOfThing(thing, plan), 80)
  }
  return `something that is gone (${id})`
}
