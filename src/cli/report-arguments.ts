import { parseArgs } from 'node:util'
import { isDay } from '#domain/calendar/day.ts'
import type { Day } from '#domain/calendar/day.ts'
import { KINDS_WITH_ROADS, REPORT_KINDS } from '#domain/report/options.ts'
import type { Paper, ReportKind } from '#domain/report/options.ts'
import type { DateStyle } from '#domain/report/printed-number.ts'

export const REPORT_FORMATS = ['html', 'md', 'pdf', 'docx', 'pptx', 'csv', 'png', 'svg'] as const
export type ReportFormat = (typeof REPORT_FORMATS)[number]

export type ReportArguments = {
  readonly input: string
  readonly kind: ReportKind
  readonly formats: readonly ReportFormat[]
  readonly outFolder: string
  /** The name of the person whose sheet it is, or whom lists are cut down to; null for everybody. */
  readonly person: string | null
  /** Number or title of the objective whose road PNG and SVG show; null for the whole route. */
  readonly objective: string | null
  /** Whether each objective is drawn as a winding road too. */
  readonly roads: boolean
  /** The name of a cycle; null for the current one. */
  readonly cycleName: string | null
  readonly paper: Paper
  readonly dates: DateStyle
  /** null means the computer's own date. */
  readonly today: Day | null
}

export const REPORT_USAGE = `Usage: npm run -s report -- INPUT [options]

INPUT is a .roadbook file, or any text with OKRs: Markdown, an outline, a table.

  --kind KIND               plan, week, review, retrospective, person or across (review)
  --format html,md,...      one or more of html, md, pdf, docx, pptx, csv, png, svg (html);
                            csv writes one file a table, png and svg draw the route
  --person NAME             whose sheet (kind person); with plan, review and week: only theirs
  --objective NUMBER        draw the road of this objective instead of the whole route (png, svg)
  --roads                   draw each objective as a road too (plan, review, retrospective)
  --out DIR                 folder for the files; made when it is missing (.)
  --cycle NAME              the cycle to report on (the current one)
  --paper A4|Letter         paper size (A4)
  --dates words|iso         Nov 22, 2026 or 2026-11-22 (words)
  --today YYYY-MM-DD        the day of the report (today)
`

type Parsed =
  | { readonly ok: true; readonly arguments: ReportArguments }
  | { readonly ok: false; readonly message: string }

/** Reads the command line; a mistake is named together with what would be right. */
export function parseReportArguments(argv: readonly string[]): Parsed {
  const refuse = (message: string): Parsed => ({ ok: false, message })
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        kind: { type: 'string', default: 'review' },
        person: { type: 'string' },
        objective: { type: 'string' },
        roads: { type: 'boolean', default: false },
        format: { type: 'string', default: 'html' },
        out: { type: 'string', default: '.' },
        cycle: { type: 'string' },
        paper: { type: 'string', default: 'A4' },
        dates: { type: 'string', default: 'words' },
        today: { type: 'string' },
      },
    })
    const [input, ...rest] = positionals
    if (input === undefined) return refuse('Name the plan or text file to report on.')
    if (rest.length > 0)
      return refuse(`Only one input is possible; ${rest.join(', ')} is one too many.`)
    const { paper, dates, today } = values
    const kind = REPORT_KINDS.find((known) => known === values.kind)
    if (kind === undefined)
      return refuse(`--kind is ${listed(REPORT_KINDS, 'or')}, not "${values.kind}".`)
    if (kind === 'person' && values.person === undefined)
      return refuse('--kind person needs --person NAME: whose sheet is it?')
    if ((kind === 'retrospective' || kind === 'across') && values.person !== undefined)
      return refuse(`--person has no meaning with --kind ${kind}.`)
    if (paper !== 'A4' && paper !== 'Letter')
      return refuse(`--paper is A4 or Letter, not "${paper}".`)
    if (dates !== 'words' && dates !== 'iso')
      return refuse(`--dates is words or iso, not "${dates}".`)
    if (today !== undefined && !isDay(today))
      return refuse(`--today is a day as YYYY-MM-DD between 1900 and 2199, not "${today}".`)
    const asked = values.format.split(',').map((format) => format.trim())
    const unknown = asked.find((format) => !(REPORT_FORMATS as readonly string[]).includes(format))
    if (unknown !== undefined)
      return refuse(
        `--format takes ${listed(REPORT_FORMATS, 'and')}, separated by commas, not "${unknown}".`,
      )
    if (values.objective !== undefined && !asked.some((format) => /^(?:png|svg)$/.test(format)))
      return refuse('--objective draws one road: name png or svg in --format.')
    if (values.roads && !(KINDS_WITH_ROADS as readonly string[]).includes(kind))
      return refuse(`--roads is for ${listed(KINDS_WITH_ROADS, 'and')}, not for ${kind}.`)
    return {
      ok: true,
      arguments: {
        input,
        kind,
        person: values.person ?? null,
        objective: values.objective ?? null,
        roads: values.roads,
        formats: REPORT_FORMATS.filter((format) => asked.includes(format)),
        outFolder: values.out,
        cycleName: values.cycle ?? null,
        paper,
        dates,
        today: today ?? null,
      },
    }
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error))
  }
}

function listed(words: readonly string[], last: string): string {
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1) ?? ''}`
}
