import { MONTH_NAME } from '../calendar/written-day.ts'
import { cutOut } from './cut-out.ts'
import { isRole, readPrefix } from './line-prefix.ts'
import { COUNT, DOWN, KEEP, UP } from './metric-phrases.ts'

/** People whose names are known, in lower case. */
export type KnownPeople = ReadonlySet<string>

const LABEL = 'owner|dri|lead|responsible|accountable|verantwortlich|zuständig'
const BRACKET = new RegExp(
  String.raw`(?<=[([])(?:${LABEL}):?[ \t]+([^()[\],;|]{1,60})(?=[)\],;|])`,
  'i',
)
const INLINE = new RegExp(
  String.raw`(?:[,;|]|[ \t][–—-])[ \t]{0,3}(?:(?:${LABEL}):[ \t]{0,3}|(?:owner|dri)[ \t](?=@?\p{Lu}))@?(\p{L}[^,;|()[\]:]{0,60}?)(?=[ \t]*(?:$|[,;|()[\]]|[ \t][–—-][ \t]|[ \t](?:due|by|bis)\b))`,
  'iu',
)
const AT = /(?:^|[\s([])(@(\p{L}[\p{L}\p{N}\p{M}_'’.-]{0,40}))/u

/** A word of a name: "Ruiz", "O’Brien", "Jean-Luc", "J."; small words stand between some. */
const WORD = String.raw`\p{Lu}[\p{L}\p{M}'’-]{0,30}\.?`
const SMALL = '(?:van|von|de|der|den|del|della|da|di|dos|du|la|le|el|al|bin|ter|zu)'
const NAME = new RegExp(String.raw`^${WORD}(?: (?:${SMALL} ){0,2}${WORD}){1,2}$`, 'u')
const NEXT = new RegExp(String.raw`^[ \t](?:${SMALL}[ \t]){0,2}${WORD}(?![\p{L}\p{N}])`, 'u')
const ONE_WORD = /^\p{Lu}\p{Ll}{1,20}$/u
const DASHED = new RegExp(
  String.raw`[ \t][–—-][ \t](${WORD}(?: (?:${SMALL} ){0,2}${WORD}){0,2})(?=[ \t]*$|,[ \t]|[ \t][–—-][ \t])`,
  'u',
)
/** "… — Ana Ruiz — due 28 Feb": what stands between two dashes before the day. */
const BEFORE_DUE = /^[ \t]{0,3}[–—-][ \t](?:due|by|until|bis|fällig|deadline)(?!\p{L})/iu
const LAST_BRACKET = /[([]([^()[\]@]{2,60})[)\]][ \t.]*$/u

/** What ends a name: punctuation, another name, a day. */
const STOP = new RegExp(
  String.raw`^(?:[ \t]*(?:$|[,;:)\]|/=⇒→]|[.!?](?=\s|$))|[ \t]+(?:[–—-][ \t]|[([@&+]|(?:and|und)[ \t]@|(?:(?:by|due|until|till|bis|on|am|from|fällig)(?:[ \t](?:on|by|zum|am))?:?[ \t])?(?:\d{4}-\d\d|\d{1,2}[./]\d|\d{1,2}(?:st|nd|rd|th|\.)?[ \t]${MONTH_NAME}|${MONTH_NAME}\.?[ \t]\d)))`,
  'iu',
)
const isVerb = (word: string) =>
  [COUNT, UP, DOWN, KEEP].some((pattern) => pattern.test(word.trim()))

const keyOf = (name: string) => name.replace(/\s+/g, ' ').trim().toLowerCase()

/** True for two or three words that look like the name of a person and of no team. */
export const looksLikeName = (text: string): boolean => NAME.test(text) && !isRole(text)

/** A line that is no more than "@Ana Ruiz" names the owner of the line above; else ''. */
export function ownerLine(text: string): string {
  const name = /^@(\S{1,40}(?: \S{1,40})?)$/.exec(text.trim())?.[1] ?? ''
  const words = name.split(' ')
  const isName = words.length === 1 ? /^\p{L}[\p{L}._-]*$/u.test(name) : looksLikeName(name)
  return isName && !words.slice(1).some(isVerb) ? name : ''
}

type Taken = { readonly owner: string; readonly title: string }

/** How many characters behind `@Ana` belong to the name. */
function restOfName(first: string, behind: string, isBare: boolean, people: KnownPeople): number {
  const words = behind.slice(0, 120).match(/^(?:[ \t][^\s,;:()[\]|@]{1,40}){1,3}/)?.[0] ?? ''
  for (let known = words; known !== ''; known = known.slice(0, known.search(/[ \t][^ \t]*$/)))
    if (people.has(keyOf(first + known))) return known.length
  if (!/^\p{Lu}/u.test(first) || /[._\d]/.test(first.replace(/\.$/, ''))) return 0
  const ends: number[] = []
  let length = 0
  for (let turn = 0; turn < 2; turn++) {
    const next = NEXT.exec(behind.slice(length, length + 80))?.[0]
    if (next === undefined || isVerb(next)) break
    length += next.length
    // A point that ends the sentence is none of the name.
    ends.push(/\p{Ll}\.$/u.test(next) ? length - 1 : length)
  }
  return (
    ends.findLast((end) => {
      const after = behind.slice(end, end + 80)
      return isBare ? /^[ \t]*(?::|[ \t][–—-][ \t])[ \t]*\S/.test(after) : STOP.test(after)
    }) ?? 0
  )
}

/** "@Ana Ruiz", also in brackets; words of the title are left where they are. */
function takeAt(title: string, people: KnownPeople): Taken | null {
  const at = AT.exec(title)
  if (!at) return null
  const start = at.index + at[0].length - (at[1]?.length ?? 0)
  const first = (at[2] ?? '').replace(/[.'’-]+$/, '')
  const behind = title.slice(start + 1 + first.length)
  const length = restOfName(first, behind, title.slice(0, start).trim() === '', people)
  const rest = cutOut(title, start, start + 1 + first.length + length)
  return { owner: first + behind.slice(0, length), title: rest || title }
}

/** The owner that a line names, and the line without it; null where it names none. */
export function takeOwner(title: string, people: KnownPeople): Taken | null {
  const head = title.slice(0, 1_000)
  const said = BRACKET.exec(head) ?? INLINE.exec(head)
  if (said) {
    const rest = cutOut(title, said.index, said.index + said[0].length)
    return { owner: (said[1] ?? '').trim(), title: rest || title }
  }
  const at = takeAt(head, people)
  if (at) return { owner: at.owner, title: at.title + title.slice(1_000) }
  const last = lastName(title)
  if (!last || isRole(last.name)) return null
  const isBeforeDue = BEFORE_DUE.test(title.slice(last.end, last.end + 30))
  if (!isBeforeDue && !people.has(keyOf(last.name))) return null
  const rest = cutOut(title, last.start, last.end)
  return rest === '' ? null : { owner: last.name, title: rest }
}

/** What stands in the last brackets, or behind the last dash and before a date: a name, perhaps. */
function lastName(title: string): { name: string; start: number; end: number } | null {
  const shift = Math.max(0, title.length - 200)
  const tail = title.slice(shift)
  const match = LAST_BRACKET.exec(tail) ?? DASHED.exec(tail)
  const name = match?.[1]
  if (!match || name === undefined) return null
  const start = shift + match.index + match[0].indexOf(name)
  return { name: name.trim(), start, end: start + name.length }
}

/**
 * The people whom a text names: those given, those written as owners, and names at the ends of at least
 * half of the lines at one indent ("… (Ana Ruiz)", "… – Ana Ruiz").
 */
export function peopleOf(
  lines: readonly { readonly source: string; readonly width: number }[],
  given: Iterable<string>,
): KnownPeople {
  const people = new Set<string>([...given].map(keyOf))
  const levels = new Map<number, { count: number; readonly names: string[]; full: number }>()
  for (const { source, width } of lines) {
    const line = source.slice(0, 1_000)
    const prefix = readPrefix(line)
    if (prefix.word === 'owner') people.add(keyOf(prefix.rest))
    const { owner = '' } = takeOwner(line, people) ?? {}
    if (owner !== '') people.add(keyOf(owner))
    const level = levels.get(width) ?? { count: 0, names: [], full: 0 }
    levels.set(width, level)
    level.count += 1
    const name = lastName(line)?.name ?? ''
    if (isRole(name) || people.has(keyOf(name))) continue
    if (looksLikeName(name)) level.full += 1
    if (looksLikeName(name) || ONE_WORD.test(name)) level.names.push(keyOf(name))
  }
  for (const { count, names, full } of levels.values())
    if (full > 1 && full >= count * 0.5) for (const name of names) people.add(name)
  return people
}

/** Of several people the first is the owner ("Ana Ruiz, Jon Dahl"); "Dahl, Jon" and "Sales & Marketing" are one. */
export function firstOwner(text: string): { readonly owner: string; readonly others: string } {
  const bare = text.replace(/<br\s?\/?>/gi, '\n').trim()
  const parts = bare
    .split(/\s*[,;/&+\n]\s*|\s(?:and|und)\s/)
    .map((part) => part.replace(/^@/, '').trim())
    .filter(Boolean)
  const isPeople =
    parts.length > 1 &&
    (/\n|@/.test(bare) || (parts.some(looksLikeName) && parts.every((part) => !isRole(part))))
  return isPeople
    ? { owner: parts[0] ?? '', others: parts.slice(1).join(', ') }
    : { owner: bare.replace(/^@/, ''), others: '' }
}
