import Papa from 'papaparse/papaparse.js'
import { unguardFormula } from './formula-guard.ts'
import { refuseInput, type InputRefusal } from './refusal.ts'

export type Delimiter = '\t' | ',' | ';' | '|'
export type TableRow = { readonly line: number; readonly cells: readonly string[] }

const MAX_COLUMNS = 64

const countOf = (text: string, char: string) => text.split(char).length - 1

/** The delimiter of a table: what `sep=` says, else what splits the first lines evenly; null for none. */
export function findDelimiter(text: string): Delimiter | null {
  const said = /^sep=(.)\n/.exec(text)?.[1]
  if (said === ';' || said === ',' || said === '\t' || said === '|') return said
  const lines = text.split('\n', 200).filter((line) => line.trim() !== '')
  const first = lines[0] ?? ''
  for (const delimiter of ['\t', ';', '|', ','] as const) {
    const count = countOf(first, delimiter)
    if (count === 0) continue
    const others = lines.slice(1, 40).map((line) => countOf(line, delimiter))
    const enough = others.filter((other) => other >= Math.min(count, 2)).length
    if (others.length === 0 || enough >= others.length * 0.4) return delimiter
  }
  return null
}

/** The rows of a pipe table in Markdown, without its ruling line; null when it is none. */
export function markdownRows(text: string): TableRow[] | null {
  const lines = text.split('\n')
  const used = lines.filter((line) => line.trim() !== '')
  const piped = used.filter((line) => line.trim().startsWith('|'))
  if (piped.length < 2 || piped.length < used.length * 0.8) return null
  const rows: TableRow[] = []
  for (const [at, line] of lines.entries()) {
    const bare = line.trim()
    if (!bare.startsWith('|') || /^[|:\-\s]+$/.test(bare)) continue
    const inner = bare.slice(1, bare.endsWith('|') ? -1 : undefined)
    const cells = inner.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'))
    rows.push({ line: at + 1, cells })
  }
  return rows
}

/** Reads rows of delimited text; refuses open quotes, ragged rows and too many columns with the line. */
export function csvRows(
  text: string,
  delimiter: Delimiter,
  file: string,
): { readonly ok: true; readonly rows: readonly TableRow[] } | InputRefusal {
  const skip = /^sep=.\n/.test(text) ? text.indexOf('\n') + 1 : 0
  const body = text.slice(skip)
  const rows: TableRow[] = []
  let line = skip > 0 ? 2 : 1
  let from = 0
  let refusal: InputRefusal | null = null
  Papa.parse(body, {
    delimiter,
    newline: '\n',
    quoteChar: '"',
    header: false,
    skipEmptyLines: false,
    step: ({ data, errors, meta }, parser) => {
      const error = errors[0]
      if (error)
        refusal = refuseInput(
          'A quotation mark is opened here and not closed. Close it, or double it where it belongs to the text.',
          { file, line },
        )
      else if (data.length > MAX_COLUMNS)
        refusal = refuseInput(
          `This row has ${String(data.length)} columns; at most ${String(MAX_COLUMNS)} can be read. Leave out what is not needed.`,
          { file, line },
        )
      if (refusal) {
        parser.abort()
        return
      }
      if (data.some((cell) => cell.trim() !== ''))
        rows.push({ line, cells: data.map((cell) => unguardFormula(cell).trim()) })
      let at = body.indexOf('\n', from)
      while (at !== -1 && at < meta.cursor) {
        line += 1
        at = body.indexOf('\n', at + 1)
      }
      from = meta.cursor
    },
  })
  if (refusal) return refusal
  return evenRows(rows, file)
}

/** Every row must have as many cells as the first. */
export function evenRows(
  rows: readonly TableRow[],
  file: string,
): { readonly ok: true; readonly rows: readonly TableRow[] } | InputRefusal {
  const width = rows[0]?.cells.length ?? 0
  const ragged = rows.filter((row) => row.cells.length !== width)
  const first = ragged[0]
  if (!first) return { ok: true, rows }
  const lines = ragged.slice(0, 5).map((row) => String(row.line))
  return refuseInput(
    `The first row has ${String(width)} cells, but ${ragged.length === 1 ? 'this row has' : `${String(ragged.length)} rows differ (lines ${lines.join(', ')}${ragged.length > 5 ? ', …' : ''}); this one has`} ${String(first.cells.length)}. Give every row the same number of cells.`,
    { file, line: first.line },
  )
}
