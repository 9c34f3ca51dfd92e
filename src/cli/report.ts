import type { Day } from '#domain/calendar/day.ts'
import type { Cycle } from '#domain/cycle/cycle.ts'
import { currentCycle } from '#domain/cycle/cycle-clock.ts'
import { buildIndex } from '#domain/plan/plan-index.ts'
import type { Person } from '#domain/people/person.ts'
import { planFromThings } from '#domain/plan/plan.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { defaultOptions } from '#domain/report/options.ts'
import { printBytes } from '#domain/report/printed-number.ts'
import { InputProblem, readInput } from './read-input.ts'
import { parseReportArguments, REPORT_USAGE } from './report-arguments.ts'
import type { ReportArguments } from './report-arguments.ts'
import { writeAllOrNone } from './report-files.ts'
import type { OutputFile } from './report-files.ts'
import { filesOf } from './report-formats.ts'
import type { ReportSource } from './report-formats.ts'

/** `npm run -s report`: everything is made first and written then, so that a failure leaves no file. */
async function run(argv: readonly string[]): Promise<number> {
  if (argv.includes('--help') || argv.includes('-h')) {
    process.stdout.write(REPORT_USAGE)
    return 0
  }
  const parsed = parseReportArguments(argv)
  if (!parsed.ok) return fail(`${parsed.message}\n\n${REPORT_USAGE}`)
  const options = parsed.arguments
  try {
    const input = await readInput(options.input)
    const plan = planFromThings(input.things)
    const source = sourceOf(plan, options)
    const files: OutputFile[] = []
    for (const format of options.formats) files.push(...(await filesOf(source, format)))
    const written = await writeAllOrNone(options.outFolder, files)
    for (const { line, text } of input.warnings)
      process.stderr.write(line > 0 ? `line ${String(line)}: ${text}\n` : `${text}\n`)
    for (const { path, size } of written)
      process.stdout.write(`${path}\t${String(size)}\t${printBytes(size)}\n`)
    return 0
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error))
  }
}

function sourceOf(plan: Plan, options: ReportArguments): ReportSource {
  const today = options.today ?? localDay(new Date())
  const cycle = cycleOf(plan, options.cycleName, today)
  const { kind, paper, dates, person, roads, objective } = options
  const people = person === null ? [] : [personOf(plan, person).id]
  return {
    plan,
    index: buildIndex(plan),
    cycleId: cycle.id,
    today,
    objective,
    options: { ...defaultOptions(kind), paper, dates, people, journeys: roads ? 'page' : 'none' },
  }
}

function personOf(plan: Plan, name: string): Person {
  const folded = name.trim().toLocaleLowerCase('en')
  const people = [...plan.person.values()]
  const found = people.find((person) => person.name.trim().toLocaleLowerCase('en') === folded)
  if (found) return found
  if (people.length === 0) throw new InputProblem('The plan names no people.')
  const names = people.map((person) => `"${person.name}"`).join(', ')
  throw new InputProblem(`There is no "${name}" in the plan. Its people are ${names}.`)
}

function cycleOf(plan: Plan, name: string | null, today: Day): Cycle {
  const cycles = [...plan.cycle.values()]
  const folded = name?.trim().toLocaleLowerCase('en')
  const cycle =
    folded === undefined
      ? currentCycle(plan, today)
      : cycles.find((other) => other.name.trim().toLocaleLowerCase('en') === folded)
  if (cycle) return cycle
  if (cycles.length === 0) throw new InputProblem('The plan has no cycle to report on.')
  const names = cycles.map((other) => `"${other.name}"`).join(', ')
  throw new InputProblem(`There is no cycle "${name ?? ''}" in the plan. It has ${names}.`)
}

/** The calendar day where the person is. */
function localDay(now: Date): Day {
  const pad = (value: number) => String(value).padStart(2, '0')
  return `${String(now.getFullYear())}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`
}

function fail(message: string): number {
  process.stderr.write(`${message.trimEnd()}\nNo file was written.\n`)
  return 1
}

process.exitCode = await run(process.argv.slice(2))
