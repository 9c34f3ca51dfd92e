import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { basename } from 'node:path'
import { writePlanFile } from '#domain/exchange/plan-file.ts'
import { printBytes } from '#domain/report/printed-number.ts'
import { writeAtomically } from '#main/files/atomic-file.ts'
import { errorCode, realDisk } from '#main/files/disk.ts'
import { IMPORT_USAGE, parseImportArguments } from './import-arguments.ts'
import { readInput } from './read-input.ts'

/** `npm run -s import`: the plan that the paste gate makes of a file, as a `.roadbook` file. */
async function run(argv: readonly string[]): Promise<number> {
  if (argv.includes('--help') || argv.includes('-h')) {
    process.stdout.write(IMPORT_USAGE)
    return 0
  }
  const parsed = parseImportArguments(argv)
  if (!parsed.ok) return fail(`${parsed.message}\n\n${IMPORT_USAGE}`)
  const { input, out, options } = parsed.arguments
  try {
    const read = await readInput(input, options)
    const text = writePlanFile(read.things, {
      savedAt: new Date().toISOString(),
      app: process.env['npm_package_version'] ?? 'import',
    })
    const written = await write(out, new TextEncoder().encode(text))
    for (const { line, text: words } of read.warnings)
      process.stderr.write(line > 0 ? `line ${String(line)}: ${words}\n` : `${words}\n`)
    process.stdout.write(`${written.path}\t${String(written.size)}\t${printBytes(written.size)}\n`)
    return 0
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error))
  }
}

async function write(path: string, bytes: Uint8Array) {
  try {
    return await writeAtomically(path, bytes, {
      disk: realDisk,
      platform: process.platform,
      clock: () => Date.now(),
      random: (count) => randomBytes(count),
      wait: (ms) => wait(ms),
      log: () => undefined,
    })
  } catch (error) {
    const code = errorCode(error)
    const why: Readonly<Record<string, string>> = {
      ENOENT: 'its folder does not exist. Make it first.',
      EACCES: 'its folder may not be written to. Choose another.',
      EPERM: 'its folder may not be written to. Choose another.',
      EISDIR: 'this is a folder. Add a file name.',
      ENOSPC: 'the disk is full. Free some space.',
      EROFS: 'the disk is read-only. Choose another.',
    }
    throw code in why ? new Error(`${basename(path)}: ${why[code] ?? code}`) : error
  }
}

function fail(message: string): number {
  process.stderr.write(`${message.trimEnd()}\nNo file was written.\n`)
  return 1
}

process.exitCode = await run(process.argv.slice(2))
