// How the figures of `npm run faults` are kept (docs/safety-figures.json) and shown (docs/safety-figures.md).
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { MEASURES, PROMISES } from './fault-promises.mjs'

const KEPT = 'docs/safety-figures.json'
const PAGE = 'docs/safety-figures.md'
export const FILES = [KEPT, PAGE]

const cell = (text) => String(text).replaceAll('|', '\\|').replaceAll('\n', ' ')
const number = (value) => value.toLocaleString('en-US')
const table = (head, aligned, rows) => [
  `| ${head.join(' | ')} |`,
  `| ${head.map((_, at) => (at < aligned ? '---' : '---:')).join(' | ')} |`,
  ...rows.map((cells) => `| ${cells.map(cell).join(' | ')} |`),
]
const inOrder = (figures) =>
  [...figures].sort((a, b) => Number(a.promise.slice(1)) - Number(b.promise.slice(1)))

/** One row a figure, as a Markdown table. */
export const tableOf = (figures) =>
  table(
    ['Promise', 'What was tried', 'Tried', 'Survived', 'Lost', 'Slowest', 'Seed', 'Day'],
    2,
    inOrder(figures).map(({ promise, what, tried, survived, lost, slowestMs, seed, day }) => [
      ...[promise, what, number(tried), number(survived), number(lost)],
      ...[slowestMs === undefined ? '' : `${number(slowestMs)} ms`, seed ?? '', day ?? ''],
    ]),
  ).join('\n')

/** What is kept of earlier runs, by set. */
const kept = () =>
  existsSync(KEPT)
    ? JSON.parse(readFileSync(KEPT, 'utf8'))
    : { short: { figures: [], failures: [] }, long: { figures: [], failures: [] } }

/** Puts the figures of a run in the place of the older ones of the same set and the same promises. */
export const keepFigures = (set, only, figures, failures, setting) => {
  const all = kept()
  const isNew = (promise) => only.length === 0 || only.includes(promise)
  const older = only.length === 0 ? { figures: [], failures: [] } : all[set]
  all[set] = {
    figures: inOrder([...older.figures.filter(({ promise }) => !isNew(promise)), ...figures]),
    failures: [
      ...older.failures.filter(({ promises }) => !promises.some(isNew)),
      ...failures.map(({ promises, what }) => ({ promises, what })),
    ],
  }
  all.setting = setting
  writeFileSync(KEPT, JSON.stringify(all))
}

const sumOf = (figures, { promise, key }) => {
  const own = figures.filter((figure) => figure.promise === promise && figure.counts === key)
  const sum = (field) => own.reduce((total, figure) => total + (figure[field] ?? 0), 0)
  return { tried: sum('tried'), survived: sum('survived'), lost: sum('lost'), asked: sum('asked') }
}

/** What was asked for and what came of it, for one set: three cells. */
const against = (measure, set, figures) => {
  const { tried, survived, lost, asked } = sumOf(figures, measure)
  const wanted = measure.asked[set] || asked
  if (tried === 0) return [wanted ? number(wanted) : 'all', 'not run', '', '']
  const reached = tried >= wanted ? number(tried) : `**${number(tried)}**`
  return [number(wanted), reached, number(survived), lost === 0 ? '0' : `**${number(lost)}**`]
}

/** Why numbers of trials are below what was asked for; '' where none is. */
const reasonsOf = (all) => {
  const lines = ['short', 'long'].flatMap((set) =>
    MEASURES.flatMap((measure) => {
      const { tried, asked } = sumOf(all[set].figures, measure)
      const wanted = measure.asked[set] || asked
      if (tried === 0 || tried >= wanted) return []
      const { promise, words, less } = measure
      const why = less[set] ?? 'there was no time for more'
      return `- ${promise}, ${set} set, **${number(tried)} of ${number(wanted)}** ${words}: ${why}.`
    }),
  )
  return lines.length === 0
    ? ''
    : ['In bold is what was tried less often than asked for:', '', ...lines, ''].join('\n')
}

const timesOf = (all) =>
  ['short', 'long'].flatMap((set) =>
    all[set].figures
      .filter(({ time }) => time !== undefined)
      .map(({ what, time, day }) => [
        ...[what, set, time.bar === null ? '–' : `${number(time.bar)} ${time.unit}`],
        `${number(time.value)} ${time.unit}`,
        time.bar === null ? '' : time.value <= time.bar ? 'yes' : '**no**',
        day ?? '',
      ]),
  )

const failed = (all) =>
  ['short', 'long'].flatMap((set) =>
    all[set].failures.map(({ promises, what }) => `- ${set} set, ${promises.join(', ')}: ${what}`),
  )

/** The page, from everything that is kept. */
const page = (all) => `# Safety: what was measured

Written by \`npm run faults\`. Every figure says from which set it is: the **short** set is asked for with every change and is part of \`npm test\`; the **long** set is for the night. A set may have been run promise by promise, so each row has its day.

- Setting: ${all.setting}. Real power cuts, Windows, macOS and Electron itself were not run.
- Repeat one row: \`npm run faults -- --set short --only P5 --seed 7\`, with the seed of the row. A seed repeats what is random, not the moment at which a process dies.
- “Lost” counts every acknowledged change that is gone, every half change, every input taken by halves and every script that ran. A loss fails the run and is never tried again.
- A number in bold under “tried” is less than what was asked for; the reason stands below the table. The short set is for every change and measures no times; the long set is for the night. Rows marked “(tests)” count tests, not trials, and count towards nothing.
- “200/s” is how fast keys were sent; how many changes came of it stands in the row.
- A row keeps the number of trials that its set had when it was run; the next run of a promise replaces it. “not run” means that there is no row.
- Times were measured on a machine that did other things as well. They are printed as they came and fail no test.
${failed(all).length === 0 ? '' : `\n**Failed:**\n\n${failed(all).join('\n')}\n`}
## By promise

${table(
  [
    ...['Promise', 'In words', 'What is counted'],
    ...['Short: asked', 'tried', 'survived', 'lost'],
    ...['Long: asked', 'tried', 'survived', 'lost'],
  ],
  3,
  MEASURES.map((measure) => [
    ...[measure.promise, PROMISES[measure.promise], measure.words],
    ...against(measure, 'short', all.short.figures),
    ...against(measure, 'long', all.long.figures),
  ]),
).join('\n')}

${reasonsOf(all)}

P14 (load is held) is about times:

${table(['P14: what was timed', 'Set', 'Asked: at most', 'Measured', 'Held', 'Day'], 2, timesOf(all)).join('\n')}

## In detail: the short set

${tableOf(all.short.figures.filter(({ time }) => time === undefined))}

## In detail: the long set

${tableOf(all.long.figures.filter(({ time }) => time === undefined))}
`

/** Writes docs/safety-figures.md. */
export const writePage = () => writeFileSync(PAGE, page(kept()))
