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
  [
    'initiative',
    /^(?:(?:key )?initiatives?|initiativen|projects?|projekte?|epics?|activit(?:y|ies)|maßnahmen?)(?: title| name)?$/,
  ],
  ['task', /^(?:tasks?|to ?dos?|actions?|aufgaben?)(?: title)?$/],
  ['title', /^(?:title|name|summary|task name|item|subject|titel)$/],
  ['type', /^(?:type|issue ?type|kind|level|work item type)$/],
  [
    'owner',
    /^(?:(?:kr |objective |initiative )?owners?|owner dri|assignee|assigned to|responsible|responsibility|lead|dri|accountable|who|person|team|verantwortlich(?:e|er)?|besitzer|wer|zuständig|eigner)$/,
  ],
  [
    'baseline',
    /^(?:baseline(?: value)?|start value|starting value|starting point|from|initial value|initial|ist(?: wert)?|von|startwert|anfangswert|ausgangswert|ausgangslage|basis(?:wert)?)$/,
  ],
  [
    'target',
    /^(?:targets?|goal value|target value|to|ziel ?wert|ziel ?größe|soll(?: wert)?|auf|zielvorgabe)$/,
  ],
  [
    'current',
    /^(?:current|current value|currently|current status value|actuals?|now|value|latest|today|status value|aktuell|aktueller wert|heute|stand)$/,
  ],
  ['unit', /^(?:units?|metric unit|unit of measure|einheit)$/],
  ['start', /^(?:start|start ?date|starts|begin|from date|startdatum)$/],
  [
    'due',
    /^(?:due(?: by| on)?|due ?date|deadline|end|end ?date|finish|until|by|by when|when|eta|target date|completion date|fällig(?: am)?|fälligkeit|enddatum|ende|bis(?: wann)?|frist|termin|zieldatum)$/,
  ],
  ['done', /^(?:resolved|completed at|completed|done on|closed|finished at)$/],
  ['state', /^(?:status|state|section column|section|column|stage|progress status)$/],
  [
    'note',
    /^(?:notes?|description|comments?|details|bemerkung(?:en)?|beschreibung|kommentar|notiz(?:en)?|context)$/,
  ],
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

/** What is measured: the key result itself, or its unit where another column is the key result. */
const MEASURE =
  /^(?:metrics?|kpis?|measures?|indicators?|kennzahl(?:en)?|messgrößen?|metrik(?:en)?)(?: name)?$/

/** The words of a header, without marks, brackets and the cycle that it speaks of. */
function nameOf(header: string): string {
  const words = (text: string) =>
    text
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
      .slice(0, 60)
  const lower = header.slice(0, 200).toLowerCase().replace(/[*_`]/g, '')
  const bare = lower
    .replace(/[([][^()[\]]{0,60}[)\]]/g, ' ')
    .replace(
      /(?<![\p{L}\d])(?:(?:cy|fy)?\d{2}[ -]?)?[qh][1-4](?![\p{L}\d])|(?<!\d)20\d\d(?!\d)/gu,
      ' ',
    )
  return words(bare) || words(lower)
}

/** "Goal" can be the objective or the number to reach. */
export const isGoalHeader = (header: string): boolean => /^(?:goals?|ziele?)$/.test(nameOf(header))

/** The role that a header names; `ignore` when it names none. */
export function roleOfHeader(header: string): ColumnRole {
  const name = nameOf(header)
  if (MEASURE.test(name)) return 'keyResult'
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

/** Columns by their headers. Of two columns with one role the first counts, except for notes and labels. */
export function columnsOf(cells: readonly string[]): TableColumn[] {
  const named = cells.map(roleOfHeader)
  const measures = cells.map((header) => MEASURE.test(nameOf(header)))
  const isTitled = named.some(
    (role, at) => role === 'title' || (role === 'keyResult' && measures[at] !== true),
  )
  const startsElsewhere = cells.some((header) =>
    /^(?:start|baseline|von|from)/.test(nameOf(header)),
  )
  const seen = new Set<ColumnRole>()
  return cells.map((header, at) => {
    let role = named[at] ?? 'ignore'
    // "Goal" beside "Objective" is the number to reach.
    if (isGoalHeader(header) && seen.has('objective')) role = 'target'
    if (measures[at] === true && isTitled) role = 'unit'
    if (startsElsewhere && /^ist(?: wert)?$/.test(nameOf(header))) role = 'current'
    if (role !== 'labels' && role !== 'note' && seen.has(role)) return { header, role: 'ignore' }
    seen.add(role)
    return { header, role }
  })
}
