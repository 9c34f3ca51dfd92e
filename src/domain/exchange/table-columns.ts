/** What a column of a table says. `ignore` is left out. */
export const COLUMN_ROLES = [
  'ignore',
  'objective',
  'keyResult',
  'initiative',
  'task',
  'title',
  'type',
  'owner',
  'baseline',
  'target',
  'current',
  'unit',
  'start',
  'due',
  'done',
  'state',
  'note',
  'result',
  'parent',
  'id',
  'key',
  'confidence',
  'weight',
  'effortDays',
  'effortSeconds',
  'labels',
] as const
export type ColumnRole = (typeof COLUMN_ROLES)[number]

export type TableColumn = { readonly header: string; readonly role: ColumnRole }

const NAMES: readonly (readonly [ColumnRole, RegExp])[] = [
  ['objective', /^(?:objectives?|obj|o|goal|goals|ziel|ziele)(?: title| name)?$/],
  ['keyResult', /^(?:key results?|krs?|keyresults?|schlüsselergebnis(?:se)?)(?: title| name)?$/],
  ['initiative', /^(?:initiatives?|projects?|epics?|activit(?:y|ies))(?: title| name)?$/],
  ['task', /^(?:tasks?|to ?dos?|actions?)(?: title)?$/],
  ['title', /^(?:title|name|summary|task name|item|subject|titel)$/],
  ['type', /^(?:type|issue ?type|kind|level|work item type)$/],
  [
    'owner',
    /^(?:owners?|assignee|responsible|lead|dri|accountable|who|person|team|verantwortlich|besitzer)$/,
  ],
  [
    'baseline',
    /^(?:baseline|start value|starting value|from|initial value|initial|ist|startwert|anfangswert|ausgangswert)$/,
  ],
  ['target', /^(?:targets?|goal value|target value|to|ziel ?wert|soll)$/],
  ['current', /^(?:current|current value|actual|now|value|latest|today|status value|aktuell)$/],
  ['unit', /^(?:units?|metric unit|measure|einheit)$/],
  ['start', /^(?:start|start ?date|starts|begin|from date|startdatum)$/],
  ['due', /^(?:due|due ?date|deadline|end|end ?date|finish|until|fällig|enddatum)$/],
  ['done', /^(?:resolved|completed at|completed|done on|closed|finished at)$/],
  ['state', /^(?:status|state|section column|section|column|stage|progress status)$/],
  ['note', /^(?:notes?|description|comments?|details|bemerkung|beschreibung|context)$/],
  ['result', /^(?:results?|outcome|update|latest update)$/],
  ['parent', /^(?:parent|parent ?(?:id|key|task|issue)|epic link|parent work item)$/],
  ['id', /^(?:id|issue id|task id|work item id)$/],
  ['key', /^(?:key|issue key|ref|reference)$/],
  ['confidence', /^(?:confidence|confidence level|konfidenz)$/],
  ['weight', /^(?:weight|gewicht)$/],
  ['effortDays', /^(?:effort|effort days|days|estimate days|person days|aufwand)$/],
  ['effortSeconds', /^original estimate$/],
  ['labels', /^(?:labels?|tags?)$/],
]

/** The role that a header names; `ignore` when it names none. */
export function roleOfHeader(header: string): ColumnRole {
  const name = header
    .toLowerCase()
    .replace(/[*_`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, 60)
  return NAMES.find(([, pattern]) => pattern.test(name))?.[0] ?? 'ignore'
}

const MAIN: ReadonlySet<ColumnRole> = new Set([
  'objective',
  'keyResult',
  'initiative',
  'task',
  'title',
])

/** True when a row names columns: one that holds titles, and one more or all. */
export function isHeader(cells: readonly string[]): boolean {
  const roles = cells.map(roleOfHeader).filter((role) => role !== 'ignore')
  const filled = cells.filter((cell) => cell !== '').length
  return roles.some((role) => MAIN.has(role)) && (roles.length >= 2 || roles.length === filled)
}

/** Columns by their headers. Of two columns with one role the first counts, except for labels. */
export function columnsOf(cells: readonly string[]): TableColumn[] {
  const seen = new Set<ColumnRole>()
  return cells.map((header) => {
    const named = roleOfHeader(header)
    // "Goal" beside "Objective" is the number to reach.
    const isNumber = /^\W*goal\W*$/i.test(header) && seen.has('objective')
    const role = isNumber ? 'target' : named
    if (role !== 'labels' && seen.has(role)) return { header, role: 'ignore' }
    seen.add(role)
    return { header, role }
  })
}

/** Columns of a table without a header, by what stands in them: text first, then numbers. */
export function guessColumns(rows: readonly (readonly string[])[]): TableColumn[] {
  const width = rows[0]?.length ?? 0
  const texts: ColumnRole[] = ['objective', 'keyResult', 'owner', 'note']
  const numbers: ColumnRole[] = ['baseline', 'target', 'current']
  return Array.from({ length: width }, (_, at) => {
    const cells = rows.slice(0, 50).flatMap((row) => row[at] ?? [])
    const filled = cells.filter((cell) => cell !== '')
    const isNumber =
      filled.length > 0 && filled.every((cell) => /^[<>≤≥$€£+-]?\s?\d[\d.,]*\s?\S{0,8}$/.test(cell))
    const role = (isNumber ? numbers : texts).shift() ?? 'ignore'
    return { header: '', role }
  })
}
