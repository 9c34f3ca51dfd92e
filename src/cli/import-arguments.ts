import { parseArgs } from 'node:util'
import { isDay } from '#domain/calendar/day.ts'
import { guessCycle } from '#domain/exchange/cycle-guess.ts'
import type { InputOptions } from './read-input.ts'

export const IMPORT_USAGE = `Usage: npm run -s import -- INPUT --out plan.roadbook [options]

INPUT is a .roadbook file, an outline (Markdown or plain text) or a table (CSV, TSV).
  --out FILE     where the plan is written
  --name NAME    name of the plan
  --cycle NAME   name of the cycle, e.g. "Q4 2026"
  --start DAY    first day of the cycle, e.g. 2026-10-01
  --end DAY      last day of the cycle
`

export type ImportArguments = {
  readonly input: string
  readonly out: string
  readonly options: InputOptions
}

type Parsed =
  | { readonly ok: true; readonly arguments: ImportArguments }
  | { readonly ok: false; readonly message: string }

const no = (message: string): Parsed => ({ ok: false, message })

/** Reads the words of the command line; a cycle named like a quarter brings its days along. */
export function parseImportArguments(argv: readonly string[]): Parsed {
  const text = { type: 'string' } as const
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { out: text, name: text, cycle: text, start: text, end: text },
    })
    const [input, ...more] = positionals
    if (input === undefined) return no('Name the file to read.')
    if (more.length > 0)
      return no(`Only one file can be read at once; ${more[0] ?? ''} is too many.`)
    if (values.out === undefined || values.out === '')
      return no('Name the file to write: --out plan.roadbook')
    for (const [name, day] of [
      ['start', values.start],
      ['end', values.end],
    ] as const)
      if (day !== undefined && !isDay(day))
        return no(`--${name} ${day} is not a day; write it like 2026-10-01.`)
    const guessed = values.cycle === undefined ? null : guessCycle(values.cycle)
    const cycle = {
      ...guessed,
      ...(values.cycle === undefined ? {} : { name: values.cycle }),
      ...(values.start === undefined ? {} : { startOn: values.start }),
      ...(values.end === undefined ? {} : { endOn: values.end }),
    }
    return {
      ok: true,
      arguments: {
        input,
        out: values.out,
        options: { name: values.name, cycle: Object.keys(cycle).length > 0 ? cycle : undefined },
      },
    }
  } catch (error) {
    return no(error instanceof Error ? error.message : String(error))
  }
}
