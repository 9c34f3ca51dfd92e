import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeAllOrNone } from './report-files.ts'

const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) })
let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roadbook-files-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

describe('writeAllOrNone', () => {
  it('makes the folder, writes all files and leaves nothing else', async () => {
    const out = join(folder, 'a', 'b')
    const written = await writeAllOrNone(out, [file('r.html', 'one'), file('r.md', 'twelve')])
    expect(written.map(({ size }) => size)).toEqual([3, 6])
    expect((await readdir(out)).sort()).toEqual(['r.html', 'r.md'])
    expect(await readFile(join(out, 'r.md'), 'utf8')).toBe('twelve')
  })

  it('replaces what is there', async () => {
    await writeFile(join(folder, 'r.html'), 'old')
    await writeAllOrNone(folder, [file('r.html', 'new')])
    expect(await readFile(join(folder, 'r.html'), 'utf8')).toBe('new')
    expect(await readdir(folder)).toEqual(['r.html'])
  })

  it('writes nothing when one of them cannot be written', async () => {
    await writeFile(join(folder, 'r.html'), 'old')
    await mkdir(join(folder, 'r.pdf'))
    const files = [file('r.html', 'new'), file('r.md', 'new'), file('r.pdf', 'new')]
    await expect(writeAllOrNone(folder, files)).rejects.toThrow('is not a file')
    expect((await readdir(folder)).sort()).toEqual(['r.html', 'r.pdf'])
    expect(await readFile(join(folder, 'r.html'), 'utf8')).toBe('old')
  })

  it.each([
    ['a file', 'out'],
    ['inside a file', 'out/deep/er'],
  ])('says what to do when the folder is %s, and leaves the file alone', async (_case, path) => {
    await writeFile(join(folder, 'out'), 'mine')
    const refused = writeAllOrNone(join(folder, path), [file('r.md', 'x')])
    await expect(refused).rejects.toThrow(
      `${join(folder, 'out')} is a file. --out names the folder for the reports: name another one, or leave --out away for this folder.`,
    )
    expect(await readFile(join(folder, 'out'), 'utf8')).toBe('mine')
    expect(await readdir(folder)).toEqual(['out'])
  })

  it.runIf(process.platform === 'linux')('refuses a folder that can hold none', async () => {
    const refused = writeAllOrNone('/proc/roadbook/reports', [file('r.md', 'x')])
    await expect(refused).rejects.toThrow('The folder /proc/roadbook/reports cannot be made: ')
  })

  it('says in words why a folder cannot be made', async () => {
    const out = join(folder, 'x'.repeat(300))
    const refused = writeAllOrNone(out, [file('r.md', 'x')])
    await expect(refused).rejects.toThrow(`The folder ${out} cannot be made: `)
    await expect(refused).rejects.not.toThrow(/ENAMETOOLONG|mkdir/)
  })
})
