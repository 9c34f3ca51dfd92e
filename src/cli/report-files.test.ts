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

  it('says so when the folder is a file', async () => {
    await writeFile(join(folder, 'out'), 'x')
    await expect(writeAllOrNone(join(folder, 'out'), [file('r.md', 'x')])).rejects.toThrow()
  })
})
