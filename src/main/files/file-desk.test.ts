import { execFileSync } from 'node:child_process'
import { mkdir, readFile, symlink, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { portsOver } from '#main/testing/faulty-disk.ts'
import { tempFolder } from '#main/testing/temp-folder.ts'
import { realDisk } from './disk.ts'
import type { Dialogs } from './file-desk.ts'
import { createFileDesk } from './file-desk.ts'
import { readChecked } from './read-checked.ts'
import { createTokens } from './tokens.ts'

const BYTES = new Uint8Array([82, 111, 97, 100])

async function desk(answers: { readonly open?: string | null; readonly save?: string | null }) {
  const folder = await tempFolder()
  const asked: unknown[] = []
  const shown: string[] = []
  const ports = portsOver(realDisk)
  const dialogs: Dialogs = {
    chooseFile: (...args) => {
      asked.push(args)
      return Promise.resolve(answers.open ? join(folder, answers.open) : null)
    },
    chooseTarget: (...args) => {
      asked.push(args)
      return Promise.resolve(answers.save ? join(folder, answers.save) : null)
    },
    showInFolder: (path) => shown.push(path),
  }
  const tokens = createTokens(ports.random)
  return {
    folder,
    asked,
    shown,
    files: createFileDesk({ ...ports, dialogs, tokens, documents: () => '/documents' }),
  }
}

describe('opening', () => {
  it('gives the bytes of the chosen file', async () => {
    const { files, folder, asked } = await desk({ open: 'a.roadbook' })
    await writeFile(join(folder, 'a.roadbook'), BYTES)
    const opened = await files.open({ purpose: 'plan' })
    expect(opened).toMatchObject({ ok: true, name: 'a.roadbook', bytes: BYTES })
    expect(asked).toMatchObject([['Open a plan', '/documents', [{ extensions: ['roadbook'] }]]])
  })

  it('says that nothing was chosen', async () => {
    const { files } = await desk({ open: null })
    await expect(files.open({ purpose: 'okrs' })).rejects.toMatchObject({ code: 'cancelled' })
  })

  it('refuses what is not an ordinary file of up to 50 MB, unread', async () => {
    const folder = await tempFolder()
    const at = (name: string) => join(folder, name)
    await mkdir(at('folder'))
    await symlink(at('folder'), at('to-folder'))
    await symlink('/dev/zero', at('to-device'))
    await symlink(at('loop'), at('loop'))
    execFileSync('mkfifo', [at('pipe')])
    await writeFile(at('sparse'), '')
    await truncate(at('sparse'), 2 * 1024 ** 3)
    await writeFile(at('just-over'), '')
    await truncate(at('just-over'), 50 * 1024 ** 2 + 1)
    const cases = [
      ['folder', 'denied', /is a folder/],
      ['to-folder', 'denied', /is a folder/],
      ['to-device', 'denied', /device or a pipe/],
      ['pipe', 'denied', /device or a pipe/],
      ['sparse', 'too-large', /2048\.0 MB/],
      ['just-over', 'too-large', /up to 50 MB.*Paste/s],
      ['loop', 'ELOOP', /ELOOP/],
      ['gone', 'ENOENT', /ENOENT/],
    ] as const
    for (const [name, code, message] of cases) {
      const error: unknown = await readChecked(at(name), realDisk).catch((one: unknown) => one)
      expect(error, name).toMatchObject({ code, message: expect.stringMatching(message) as string })
    }
  })

  it('refuses a file that grows or shrinks while it is read', async () => {
    const folder = await tempFolder()
    for (const change of ['grow', 'shrink']) {
      const path = join(folder, change)
      await writeFile(path, 'x'.repeat(1000))
      const disk = {
        ...realDisk,
        open: async (...args: Parameters<typeof realDisk.open>) => {
          const handle = await realDisk.open(...args)
          const stat = handle.stat.bind(handle)
          handle.stat = (async () => {
            const result = await stat()
            await truncate(path, change === 'grow' ? 2000 : 10)
            return result
          }) as typeof handle.stat
          return handle
        },
      }
      await expect(readChecked(path, disk)).rejects.toMatchObject({ code: 'conflict' })
    }
  })
})

describe('saving', () => {
  it('writes where the dialog said, once, and shows it afterwards', async () => {
    const { files, folder, asked, shown } = await desk({ save: 'plan.roadbook' })
    const target = await files.chooseTarget({ suggestedName: 'a/b', format: 'roadbook' })
    expect(target.name).toBe('plan.roadbook')
    expect(asked).toMatchObject([['Save', join('/documents', 'a b.roadbook'), [{}]]])
    const written = await files.write({ token: target.token, bytes: BYTES })
    expect(written).toMatchObject({ place: join(folder, 'plan.roadbook'), size: 4 })
    expect(new Uint8Array(await readFile(written.place))).toEqual(BYTES)
    await expect(files.write({ token: target.token, bytes: BYTES })).rejects.toMatchObject({
      code: 'conflict',
    })
    await files.show({ token: written.showToken })
    await files.show({ token: written.showToken })
    expect(shown).toEqual([written.place, written.place])
  })

  it('keeps each token to its own use', async () => {
    const { files, folder } = await desk({ open: 'a.md', save: 'b.md' })
    await writeFile(join(folder, 'a.md'), BYTES)
    const opened = await files.open({ purpose: 'okrs' })
    const target = await files.chooseTarget({ suggestedName: 'b', format: 'md' })
    await expect(files.write({ token: opened.token, bytes: BYTES })).rejects.toThrow()
    await expect(files.show({ token: target.token })).rejects.toMatchObject({ code: 'missing' })
    await expect(files.show({ token: 'A'.repeat(32) })).rejects.toMatchObject({ code: 'missing' })
    await files.write({ token: target.token, bytes: BYTES })
  })

  it('adds the extension only where that replaces nothing', async () => {
    const { files, folder } = await desk({ save: 'review' })
    expect((await files.chooseTarget({ suggestedName: '', format: 'md' })).name).toBe('review.md')
    await writeFile(join(folder, 'review.md'), 'old')
    expect((await files.chooseTarget({ suggestedName: '', format: 'md' })).name).toBe('review')
  })

  it('does not call a file saved that changed right after it was written', async () => {
    const folder = await tempFolder()
    const path = join(folder, 'a.md')
    const disk = {
      ...realDisk,
      stat: (async (target: string) => {
        await writeFile(target, 'somebody else')
        return realDisk.stat(target)
      }) as unknown as typeof realDisk.stat,
    }
    const ports = portsOver(disk)
    const dialogs: Dialogs = {
      chooseFile: () => Promise.resolve(null),
      chooseTarget: () => Promise.resolve(path),
      showInFolder: () => undefined,
    }
    const tokens = createTokens(ports.random)
    const files = createFileDesk({ ...ports, dialogs, tokens, documents: () => folder })
    const { token } = await files.chooseTarget({ suggestedName: 'a', format: 'md' })
    await expect(files.write({ token, bytes: BYTES })).rejects.toMatchObject({ code: 'failed' })
  })

  it('says that no place was chosen', async () => {
    const { files } = await desk({ save: null })
    await expect(files.chooseTarget({ suggestedName: 'x', format: 'pdf' })).rejects.toMatchObject({
      code: 'cancelled',
    })
  })

  it('forgets the oldest of more than a thousand tokens', () => {
    const tokens = createTokens(portsOver(realDisk).random)
    const first = tokens.mint('show', '/first')
    for (let n = 0; n < 1_000; n += 1) tokens.mint('show', '/more')
    expect(tokens.look('show', first)).toBeNull()
  })
})
