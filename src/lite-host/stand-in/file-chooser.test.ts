import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { chooseFile } from './file-chooser.ts'

const PATH = process.env['PATH']
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'roadbook-chooser-'))
})
afterEach(() => {
  process.env['PATH'] = PATH
  rmSync(folder, { recursive: true })
})

/** A chooser of that name that writes its arguments down and answers with `path`. */
function desktopWith(program: string, path: string): () => readonly string[] {
  const seen = join(folder, 'seen')
  const text = `#!/bin/sh\nprintf '%s\\n' "$@" > '${seen}'\n${path === '' ? 'exit 1' : `echo '${path}'`}\n`
  writeFileSync(join(folder, program), text)
  chmodSync(join(folder, program), 0o755)
  process.env['PATH'] = folder
  return () => read(seen)
}

const read = (file: string) => readFileSync(file, 'utf8').split('\n').filter(Boolean)
const choice = { title: 'Choose', startAt: '/home/ada/Documents/', extensions: [] } as const
const isLinux = process.platform !== 'darwin' && process.platform !== 'win32'

it.each([
  ['zenity', 'open', []],
  ['zenity', 'save', ['--save', '--confirm-overwrite']],
  ['zenity', 'folder', ['--directory']],
  ['kdialog', 'open', ['--getopenfilename']],
  ['kdialog', 'save', ['--getsavefilename']],
  ['kdialog', 'folder', ['--getexistingdirectory']],
] as const)('%s is asked for what is wanted: %s', async (program, what, words) => {
  const asked = desktopWith(isLinux ? program : 'osascript', '/media/stick')
  expect(await chooseFile({ ...choice, what })).toEqual({ path: '/media/stick' })
  const others = ['--save', '--directory', '--getopenfilename', '--getsavefilename']
  const mine: readonly string[] = words
  if (!isLinux) return
  for (const word of words) expect(asked()).toContain(word)
  for (const word of others) if (!mine.includes(word)) expect(asked()).not.toContain(word)
})

it('a folder comes without its last slash, and a cancelled chooser gives nothing', async () => {
  desktopWith(isLinux ? 'zenity' : 'osascript', '/media/stick/')
  expect(await chooseFile({ ...choice, what: 'folder' })).toEqual({ path: '/media/stick' })
  desktopWith(isLinux ? 'zenity' : 'osascript', '')
  expect(await chooseFile({ ...choice, what: 'folder' })).toBeNull()
})
