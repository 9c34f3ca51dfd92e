import { lstatSync, readdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { exportName, isDeviceName } from '#main/files/export-names.ts'
import { createFileDesk, type Dialogs } from '#main/files/file-desk.ts'
import { realDisk } from '#main/files/disk.ts'
import { createTokens } from '#main/files/tokens.ts'
import { portsOver } from '#main/testing/faulty-disk.ts'
import { tempFolder } from '#main/testing/temp-folder.ts'
import { fileFormatSchema } from '#shared/ipc-contract.ts'
import { record } from '../main/record.ts'
import { hostileTexts } from './hostile-grammar.ts'

const DEVICES = [
  'CON',
  'PRN',
  'AUX',
  'NUL',
  'COM0',
  'COM1',
  'COM9',
  'LPT0',
  'LPT9',
  'COM¹',
  'COM²',
  'COM³',
  'LPT¹',
  'CONIN$',
]
const PARTS = [
  '/',
  '\\',
  '..',
  '../',
  '..\\',
  'C:',
  'c:\\',
  '//host/',
  '\\\\?\\',
  '~',
  '$HOME',
  '%TEMP%',
  '`id`',
  '$(id)',
  ';rm',
  '|',
  '&',
  '<',
  '>',
  '"',
  "'",
  '?',
  '*',
  ':',
  ':stream',
  '\0',
  '\n',
  '\r',
  '\t',
  '\u001f',
  '\u007f',
  '\u0085',
  '\u200b',
  '\u200f',
  '\u202e',
  '\u2028',
  '\u2066',
  '\ufeff',
  '\ud800',
  '\u0301',
  'é',
  'e\u0301',
  '🚀',
  '.',
  ' ',
  '-',
  '--',
  '.lnk',
  '.exe',
  '.desktop',
]

/** At least 500 names that some system takes for something else. */
const NAMES = [
  ...new Set([
    ...[
      '',
      ' ',
      '.',
      '..',
      '...',
      '. .',
      '.hidden',
      '-rf',
      '~root',
      'x'.repeat(5_000),
      '🚀'.repeat(500),
      'e\u0301'.repeat(300),
    ],
    ...DEVICES.flatMap((name) => [
      name,
      name.toLowerCase(),
      `${name}.txt`,
      `${name} `,
      ` ${name}`,
      `${name}.`,
      `${name}.pdf.exe`,
    ]),
    ...PARTS.flatMap((part) => [
      part,
      `a${part}`,
      `${part}a`,
      `a${part}b`,
      part.repeat(40),
      `${part}${part}etc${part}passwd`,
    ]),
    ...hostileTexts(200),
  ]),
]

/** Why one of the three systems refuses a name, or what it would do with it; '' when all take it. */
function illegal(name: string): string {
  if (name === '' || name === '.' || name === '..') return 'no name'
  if (Buffer.byteLength(name) > 255) return 'longer than 255 bytes'
  if (/[<>:"/\\|?*]/.test(name)) return 'a sign that Windows forbids'
  if (/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(name)) return 'a control character or half a character'
  if (/\p{Cf}/u.test(name)) return 'an unseen mark'
  if (/[. ]$/.test(name) || /^[. ]/.test(name)) return 'a dot or blank at an end'
  if (isDeviceName(name)) return 'a device of Windows'
  if (name.normalize('NFC') !== name) return 'not NFC'
  return ''
}

it('500 bad names in every format become names that three systems take', async () => {
  const folder = await tempFolder()
  const inner = join(folder, 'chosen')
  await realDisk.mkdir(inner)
  const proposals: string[] = []
  const dialogs: Dialogs = {
    chooseFile: () => Promise.resolve(null),
    chooseTarget: (_title, proposed) => {
      proposals.push(proposed)
      return Promise.resolve(proposed)
    },
    showInFolder: () => undefined,
  }
  const ports = portsOver(realDisk)
  const tokens = createTokens(ports.random)
  const desk = createFileDesk({ ...ports, dialogs, tokens, documents: () => inner })
  const lost: string[] = []
  let tried = 0
  for (const name of NAMES)
    for (const format of fileFormatSchema.options) {
      tried += 1
      const made = exportName(name, format)
      const why = illegal(made)
      if (why !== '') lost.push(`${JSON.stringify(name.slice(0, 40))} as ${format}: ${why}`)
      if (resolve(inner, made) !== join(inner, made)) lost.push(`${made} leaves the folder`)
    }
  // Each name really becomes a file where the person chose, and nothing else appears.
  for (const name of NAMES) {
    const target = await desk.chooseTarget({ suggestedName: name.slice(0, 400), format: 'csv' })
    const written = await desk.write({ token: target.token, bytes: new Uint8Array([1]) })
    expect(lstatSync(written.place).isFile()).toBe(true)
  }
  for (const proposed of proposals)
    if (resolve(proposed) !== proposed || !proposed.startsWith(`${inner}/`))
      lost.push(`outside: ${proposed}`)
  expect(readdirSync(folder)).toEqual(['chosen'])
  expect(readdirSync(inner).every((name) => name.endsWith('.csv'))).toBe(true)

  record({
    ...{ promise: 'P17', what: `${String(NAMES.length)} bad names in each format`, seed: null },
    counts: 'names',
    ...{ tried, survived: tried - lost.length, lost: lost.length },
  })
  expect(NAMES.length).toBeGreaterThan(500)
  expect(lost.slice(0, 10)).toEqual([])
}, 120_000)

it('a file that the dialog was not asked about is never written over', async () => {
  const folder = await tempFolder()
  const taken = join(folder, 'report.html')
  writeFileSync(taken, 'mine')
  const ports = portsOver(realDisk)
  const dialogs: Dialogs = {
    chooseFile: () => Promise.resolve(null),
    // The person typed a name without its ending, so the system asked about another file.
    chooseTarget: () => Promise.resolve(join(folder, 'report')),
    showInFolder: () => undefined,
  }
  const desk = createFileDesk({
    ...ports,
    ...{ dialogs, tokens: createTokens(ports.random), documents: () => folder },
  })
  const target = await desk.chooseTarget({ suggestedName: 'report', format: 'html' })
  await desk.write({ token: target.token, bytes: new Uint8Array([1]) })
  expect(readdirSync(folder).sort()).toEqual(['report', 'report.html'])
  expect(lstatSync(taken).size).toBe(4)
})
