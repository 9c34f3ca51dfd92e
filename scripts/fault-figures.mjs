// How the figures of `npm run faults` are shown.
import { BARS, PROMISES } from './fault-sections.mjs'

const cell = (text) => String(text).replaceAll('|', '\\|').replaceAll('\n', ' ')
const rowOf = ({ promise, what, tried, survived, lost, seed }) =>
  `| ${[promise, cell(what), tried, survived, lost, seed ?? ''].join(' | ')} |`

/** One row a figure, as a Markdown table. */
export const tableOf = (figures) =>
  [
    '| Promise | What was tried | Tried | Survived | Lost | Seed |',
    '| --- | --- | ---: | ---: | ---: | --- |',
    ...figures.map(rowOf),
  ].join('\n')

const sumsOf = (figures) =>
  Object.entries(PROMISES).map(([promise, words]) => {
    const own = figures.filter((figure) => figure.promise === promise)
    const sum = (field) => own.reduce((total, figure) => total + figure[field], 0)
    const tried = sum('tried')
    return `| ${promise} | ${words} | ${BARS[promise]} | ${tried === 0 ? 'not measured here' : tried} | ${tried === 0 ? '' : sum('survived')} | ${tried === 0 ? '' : sum('lost')} |`
  })

/** The page `docs/safety-figures.md`. */
export const figuresPage = (
  figures,
  { set, seed, minutes, cores, failures },
) => `# Safety: what was measured

Written by \`npm run faults\` on ${new Date().toISOString().slice(0, 10)}. These are the figures of the **${set}** set${
  set === 'short' ? ', which is also part of `npm test`; the long set tries far more of each' : ''
}.

- Setting: Node ${process.versions.node.split('.')[0]} on ${process.platform}, ${cores} cores, lite host over Chromium, a virtual disk. It took ${minutes} minutes. Real power cuts, Windows, macOS and Electron itself were not run.
- Repeat it: \`npm run faults -- --set ${set} --seed ${seed}\`. One promise alone: \`--only P5\`.
- “Lost” counts every acknowledged change that is gone, every half change, every input taken by halves and every script that ran. A loss fails the run and is never tried again.
- Rows marked “(tests)” count tests, not trials: they do not reach the number that was asked for. The sums below add rows of different kinds.
- “200/s” is how fast keys were sent; how many changes came of it stands in the row. A seed repeats what is random, not the moment at which a process dies.
${failures.length === 0 ? '' : `\n**Failed in this run:** ${failures.join('; ')}.\n`}
## By promise

| Promise | In words | Asked for (every change / every night) | Tried here | Survived | Lost |
| --- | --- | --- | ---: | ---: | ---: |
${sumsOf(figures).join('\n')}

P14 is measured by \`npm run bench\`.

## In detail

${tableOf(figures)}
`
