import { spawn } from 'node:child_process'
import { readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import { expect, it } from 'vitest'
import { realDisk } from '#main/files/disk.ts'
import { createJournal } from '#main/journal/journal.ts'
import { portsOver } from './faulty-disk.ts'
import { tempFolder } from './temp-folder.ts'

const ROOT = resolve(import.meta.dirname, '../../..')
const PORTS = `{ disk: realDisk, platform: process.platform, clock: Date.now, wait: async () => {},
  random: (n) => randomBytes(n), log: () => {}, notify: () => {} }`

/** Bundles a few lines over the real modules into a program that can be killed. */
async function program(folder: string, source: string): Promise<string> {
  const entry = join(folder, 'entry.js')
  await writeFile(entry, source)
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'silent',
    build: { ssr: entry, outDir: join(folder, 'out'), target: 'node20' },
  })
  return join(folder, 'out', 'entry.js')
}

/** Runs a program for `ms`, kills it hard and gives back the last whole line that it printed. */
async function killAfter(ms: number, file: string): Promise<string | null> {
  const child = spawn(process.execPath, [file])
  let printed = ''
  child.stdout.on('data', (text: Buffer) => (printed += text.toString()))
  await new Promise<void>((go) => child.stdout.once('data', () => go()))
  await new Promise((go) => setTimeout(go, ms))
  child.kill('SIGKILL')
  await new Promise((gone) => child.once('close', gone))
  return printed.split('\n').at(-2) ?? null
}

it('a file is old or new after a kill in the middle of writing it', async () => {
  const folder = await tempFolder()
  const target = join(folder, 'state')
  const file = await program(
    folder,
    `import { randomBytes } from 'node:crypto'
     import { writeAtomically } from '${ROOT}/src/main/files/atomic-file.ts'
     import { realDisk } from '${ROOT}/src/main/files/disk.ts'
     for (let n = 0; ; n += 1) {
       const bytes = Buffer.alloc(1 << 19, 65 + (n % 26))
       await writeAtomically(${JSON.stringify(target)}, bytes, ${PORTS})
       console.log(n)
     }`,
  )
  for (let round = 0; round < 8; round += 1) {
    await killAfter(20 + round * 9, file)
    const bytes = await readFile(target)
    expect([bytes.length, new Set(bytes).size]).toEqual([1 << 19, 1])
  }
}, 60_000)

it('every step that the journal promised is there after a kill', async () => {
  const folder = await tempFolder()
  const root = join(folder, 'data')
  const ports = { ...portsOver(realDisk), root, notify: () => undefined }
  const file = await program(
    folder,
    `import { randomBytes } from 'node:crypto'
     import { realDisk } from '${ROOT}/src/main/files/disk.ts'
     import { createJournal } from '${ROOT}/src/main/journal/journal.ts'
     import { sampleOperation } from '${ROOT}/src/main/testing/sample-operation.ts'
     const journal = createJournal({ ...${PORTS}, root: ${JSON.stringify(root)} })
     const [plan] = await journal.list()
     let seq = plan?.head?.seq ?? 0
     for (;;) {
       const some = Array.from({ length: 5 }, () => sampleOperation('kill', ++seq, { note: 'x'.repeat(9000) }))
       await Promise.all(some.map(async (op) => {
         const head = await journal.append([op])
         process.stdout.write(head.seq + '\\n')
       }))
     }`,
  )
  for (let round = 0; round < 8; round += 1) {
    const promised = Number(await killAfter(30 + round * 11, file))
    const [plan] = await createJournal(ports).list()
    expect(promised).toBeGreaterThan(0)
    expect(plan?.head?.seq).toBeGreaterThanOrEqual(promised)
  }
  const segments = await readdir(join(root, 'plans', 'kill'))
  expect(segments.filter((name) => name.endsWith('.jsonl')).length).toBeGreaterThan(1)
}, 60_000)
