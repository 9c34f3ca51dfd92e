import type { DraftKind } from './draft.ts'

/** A word that a line starts with and what it says. */
export type LineWord = DraftKind | 'owner' | 'due' | 'why' | 'result'

export type LinePrefix = {
  /** What the line says of itself; null when it says nothing. */
  readonly word: LineWord | null
  /** What stands before the colon and may be a person or a team; '' for none. */
  readonly owner: string
  /** The text behind the prefix. */
  readonly rest: string
}

const WORDS: readonly (readonly [LineWord, RegExp])[] = [
  ['keyResult', /^(?:key[ -]?results?|krs?|kpi|schlüsselergebnis(?:se)?|ke)$/i],
  ['objective', /^(?:objectives?|obj|o|okr|ziele?)$/i],
  [
    'initiative',
    /^(?:initiatives?|projects?|epics?|activit(?:y|ies)|init|i|initiativen|projekte?|maßnahmen?)$/i,
  ],
  ['task', /^(?:tasks?|to-?dos?|actions?|action items?|next steps?|t|aufgaben?)$/i],
  [
    'note',
    /^(?:notes?|nb|n\.b\.|comments?|context|background|remarks?|info|notiz(?:en)?|anmerkung(?:en)?|bemerkung(?:en)?|hinweis)$/i,
  ],
  ['why', /^(?:why|rationale|reason|motivation|warum|begründung)$/i],
  [
    'owner',
    /^(?:owners?|responsible|accountable|lead|dri|assignee|team|verantwortlich(?:e|er)?|zuständig)$/i,
  ],
  ['due', /^(?:due|due date|deadline|by|fällig(?: am)?|frist|bis)$/i],
  ['result', /^(?:results?|outcome|status|update|progress|ergebnis|stand)$/i],
]
/** "KR 1.2", "Objective #3": the number names the line and says nothing more. */
const TRAILING_NUMBER = /[ \t]{0,3}#?\d{1,3}(?:\.\d{1,3}){0,3}\.?$/
const SEPARATOR = /[:：]|[ \t][–—-][ \t]|\.[ \t]|\)[ \t]/

/** What a label without its number says, e.g. `KR1` or `Key result 2`. */
export function wordOf(label: string): LineWord | null {
  const bare = label.replace(/[*_`]/g, '').trim()
  const plain = bare.replace(/(?<=\d)[ \t]{0,2}\([^()]{1,30}\)$/, '')
  const text = (plain.includes('(') ? plain : plain.replace(/\)$/, ''))
    .replace(TRAILING_NUMBER, '')
    .trim()
  return WORDS.find(([, pattern]) => pattern.test(text))?.[0] ?? null
}

/** A number with no more than its unit, or two of them: what stands before it is measured, it owns nothing. */
const VALUE =
  /^(?:(?:from|von|currently)\s)?[<>≤≥~$€£+−-]{0,3}\s?\d[\d.,]*\s?[^\s\d]{0,10}(?:\s?(?:→|->|=>|–|-|to|auf|bis)\s?[<>≤≥~$€£+−-]{0,3}\s?\d[\d.,]*\s?[^\s\d]{0,10})?$/i

/** A label that could name a person or a team: short, no sentence, no number that measures. */
export function looksLikeOwner(label: string): boolean {
  return (
    label.length <= 60 &&
    label.split(/\s+/).length <= 6 &&
    /^@?\p{Lu}/u.test(label) &&
    !/[.!?;,"“”%$€£=<>[\]]/.test(label) &&
    !/\d{3,}/.test(label)
  )
}

/** Titles and teams that own things wherever they stand before a colon. */
const ROLE =
  /^(?:@|team\b)|\bteam$|^(?:c[a-z]o|vp|svp|evp|head|director|lead|manager|chief)\b|^(?:sales|marketing|product|engineering|eng|support|finance|hr|people|legal|ops|operations|design|business|it|data|security|customer success|growth|platform|recruiting|devrel)\b/i

export const isRole = (label: string): boolean => ROLE.test(label)

/**
 * Reads what a line says of itself before its first colon: `KR1:`, `Objective 2 –`, `Marketing KR:`,
 * `Sales (Closing Deals):`. Only the first 120 characters are looked at.
 */
export function readPrefix(text: string): LinePrefix {
  // A picture in front of "Objective 1:" is an ornament, elsewhere it may belong to the title.
  const picture = PICTURE.exec(text.slice(0, 40))?.[0]
  const behind = picture === undefined ? null : readWords(text.slice(picture.length))
  return behind?.word != null ? behind : readWords(text)
}

const PICTURE = /^(?:[\p{Extended_Pictographic}\p{Emoji_Modifier}\u{fe0f}\u{200d}]){1,12}\s{0,3}/u

function readWords(text: string): LinePrefix {
  const head = text.slice(0, 120)
  const none: LinePrefix = { word: null, owner: '', rest: text }
  const bracket =
    /^[[(]((?:KR|O|Objective|Key Result|Initiative)\s?\d{0,2}(?:\.\d{1,2})?)[\])][ \t:]{1,3}/i.exec(
      head,
    )
  if (bracket) {
    const word = wordOf(bracket[1] ?? '')
    if (word) return { word, owner: '', rest: text.slice(bracket[0].length).trim() }
  }
  const bare = /^(?:KR|O)\s?\d{1,2}(?:\.\d{1,2})?[ \t]+(?=\S)/i.exec(head)
  const separator = SEPARATOR.exec(head)
  if (!separator) return bare ? numbered(bare, text) : none
  const label = head.slice(0, separator.index + (separator[0].startsWith(')') ? 1 : 0)).trim()
  const rest = text.slice(separator.index + separator[0].length).trim()
  const isColon = /^[:：]/.test(separator[0])
  if (isColon && text[separator.index + 1] === '/') return none
  const word = wordOf(label)
  // "O. " and "by. " would be odd sentences; a single letter or word needs a colon, a dash or a number.
  if (word && (isColon || /\d/.test(label) || /^[ \t]/.test(separator[0])) && rest !== '')
    return { word, owner: '', rest }
  if (word && isColon) return { word, owner: '', rest: '' }
  if (!isColon) {
    const colon = /[:：]/.exec(head)
    if (colon && colon.index > separator.index && head[colon.index + 1] !== '/')
      return ownerPrefix(
        head.slice(0, colon.index).trim(),
        text.slice(colon.index + 1).trim(),
        text,
      )
    return bare ? numbered(bare, text) : none
  }
  return ownerPrefix(label, rest, text)
}

function numbered(bare: RegExpExecArray, text: string): LinePrefix {
  return { word: wordOf(bare[0]), owner: '', rest: text.slice(bare[0].length).trim() }
}

/** "Marketing KR" is an owner and a kind; "Marketing" alone may be an owner. */
function ownerPrefix(label: string, rest: string, text: string): LinePrefix {
  const none: LinePrefix = { word: null, owner: '', rest: text }
  const kind =
    /^(.{1,80}?)[ \t]+(KRs?|Key Results?|Objectives?|Initiatives?|Tasks?)(?:[ \t]?#?\d{0,3})$/i.exec(
      label,
    )
  if (kind) {
    const owner = (kind[1] ?? '').trim()
    const word = wordOf(kind[2] ?? '')
    if (word && looksLikeOwner(owner)) return { word, owner: owner.replace(/^@/, ''), rest }
  }
  if (rest === '' || !looksLikeOwner(label) || VALUE.test(rest.slice(0, 80))) return none
  return { word: null, owner: label, rest }
}
