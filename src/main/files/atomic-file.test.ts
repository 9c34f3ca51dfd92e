import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, readlink, symlink, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Fault } from '#main/testing/faulty-disk.ts'
import { faultyDisk, portsOver } from '#main/testing/faulty-disk.ts'
import { tempFolder } from '#main/testing/temp-folder.ts'
import { sha256Hex, writeAtomically } from './atomic-file.ts'
import { realDisk } from './disk.ts'

const OLD = Buffer.from('old content\n'.repeat(500))
const NEW = Buffer.from('new content, longer than before\n'.repeat(900))
const CODES = ['EIO', 'ENOSPC', 'EPERM', 'EBUSY', 'EACCES', 'EXDEV', 'EMFILE']
const FAULTS: readonly Fault[] = [...CODES.map((code) => ({ code })), 'short', 'torn']

async function attempt(target: string, fault: Fault, at: number, forGood: boolean) {
  const faulty = faultyDisk({ at, fault, forGood })
  const isDone = await writeAtomically(target, NEW, {
    ...portsOver(faulty.disk),
    random: (bytes) => randomBytes(bytes),
  }).then(
    () => true,
    () => false,
  )
  return { isDone, calls: faulty.calls() }
}

describe('writeAtomically', () => {
  it('writes a new file and says what it wrote', async () => {
    const target = join(await tempFolder(), 'report.html')
    const written = await writeAtomically(target, NEW, portsOver(realDisk))
    expect(written).toEqual({ path: target, size: NEW.length, sha256: sha256Hex(NEW) })
    expect(await readFile(target)).toEqual(NEW)
  })

  it('writes an empty file', async () => {
    const target = join(await tempFolder(), 'empty')
    expect((await writeAtomically(target, Buffer.alloc(0), portsOver(realDisk))).size).toBe(0)
  })

  for (const before of [OLD, null]) {
    for (const forGood of [false, true]) {
      it(`leaves old or new, never a mix: ${before ? 'replacing' : 'new'}, ${forGood ? 'disk gone for good' : 'one fault'}`, async () => {
        const folder = await tempFolder()
        const total = (await attempt(join(folder, 'count'), { code: 'EIO' }, 0, false)).calls
        expect(total).toBeGreaterThan(10)
        for (const fault of FAULTS) {
          for (let at = 1; at <= total + 1; at += 1) {
            const target = join(folder, `${JSON.stringify(fault).replace(/\W/g, '')}-${String(at)}`)
            if (before) await writeFile(target, before)
            const { isDone } = await attempt(target, fault, at, forGood)
            const after = await readFile(target).catch(() => null)
            const isNew = after !== null && after.equals(NEW)
            const isOld = before === null ? after === null : (after?.equals(before) ?? false)
            expect(isNew || isOld, `fault ${String(at)}`).toBe(true)
            if (isDone) expect(isNew, `said done at fault ${String(at)}`).toBe(true)
            if (fault === 'short') expect(isDone).toBe(true)
          }
        }
      })
    }
  }

  it('leaves no temporary file after an ordinary failure', async () => {
    const folder = await tempFolder()
    for (const at of [3, 4, 5, 6]) {
      await attempt(join(folder, 'x'), { code: 'ENOSPC' }, at, false)
      expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([])
    }
  })

  it('notices a disk that does not keep what was written', async () => {
    const folder = await tempFolder()
    const target = join(folder, 'plan')
    await writeFile(target, OLD)
    const disk = {
      ...realDisk,
      open: async (...args: Parameters<typeof realDisk.open>) => {
        const handle = await realDisk.open(...args)
        const sync = handle.sync.bind(handle)
        handle.sync = async () => {
          if (args[1] === 'wx+') await handle.write(Buffer.from('X'), 0, 1, 7)
          await sync()
        }
        return handle
      },
    }
    await expect(writeAtomically(target, NEW, portsOver(disk))).rejects.toThrow('did not keep')
    expect(await readFile(target)).toEqual(OLD)
  })

  it('waits for a scanner that holds the file, then gives up and keeps the new content', async () => {
    const folder = await tempFolder()
    const target = join(folder, 'plan')
    await writeFile(target, OLD)
    for (const held of [3, 99]) {
      let tries = 0
      const waits: number[] = []
      const ports = {
        ...portsOver({
          ...realDisk,
          rename: async (from, to) => {
            tries += 1
            if (tries <= held) throw Object.assign(new Error('held'), { code: 'EBUSY' })
            await realDisk.rename(from, to)
          },
        }),
        wait: (ms: number) => {
          waits.push(ms)
          return Promise.resolve()
        },
      }
      if (held === 3) {
        await writeAtomically(target, NEW, ports)
        expect(waits).toEqual([5, 10, 20])
        await writeFile(target, OLD)
      } else {
        await expect(writeAtomically(target, NEW, ports)).rejects.toMatchObject({ code: 'busy' })
        expect(waits).toEqual([5, 10, 20, 40, 80, 160, 320, 640])
        expect(await readFile(target)).toEqual(OLD)
        const kept = (await readdir(folder)).find((name) => name.endsWith('.tmp'))
        expect(await readFile(join(folder, kept ?? ''))).toEqual(NEW)
      }
    }
  })

  it('writes through a link and leaves the link', async () => {
    const folder = await tempFolder()
    await mkdir(join(folder, 'real'))
    await writeFile(join(folder, 'real', 'plan'), OLD)
    await symlink(join('real', 'plan'), join(folder, 'link'))
    await writeAtomically(join(folder, 'link'), NEW, portsOver(realDisk))
    expect(await readlink(join(folder, 'link'))).toBe(join('real', 'plan'))
    expect(await readFile(join(folder, 'real', 'plan'))).toEqual(NEW)
  })

  it('replaces a link that leads nowhere', async () => {
    const folder = await tempFolder()
    await symlink('gone', join(folder, 'link'))
    await writeAtomically(join(folder, 'link'), NEW, portsOver(realDisk))
    expect(await readFile(join(folder, 'link'))).toEqual(NEW)
  })

  it('does without flushing a folder only where the file system cannot', async () => {
    const folder = await tempFolder()
    for (const [code, isDone] of [
      ['EINVAL', true],
      ['ENOTSUP', true],
      ['EIO', false],
    ] as const) {
      const disk = {
        ...realDisk,
        open: async (...args: Parameters<typeof realDisk.open>) => {
          const handle = await realDisk.open(...args)
          if (args[0] === folder)
            handle.sync = () => Promise.reject(Object.assign(new Error(code), { code }))
          return handle
        },
      }
      const written = writeAtomically(join(folder, code), NEW, portsOver(disk))
      expect(await written.then(() => true).catch(() => false), code).toBe(isDone)
      expect(await readFile(join(folder, code))).toEqual(NEW)
    }
  })

  it('sweeps its own old temporary files and nothing else', async () => {
    const folder = await tempFolder()
    const old = new Date(Date.UTC(2026, 10, 20))
    const names = ['.roadbook-0123456789abcdef.tmp', '.roadbook-0123456789abcdeg.tmp', 'a.tmp']
    for (const name of names) {
      await writeFile(join(folder, name), 'x')
      await utimes(join(folder, name), old, old)
    }
    const young = '.roadbook-fedcba9876543210.tmp'
    await writeFile(join(folder, young), 'x')
    const now = new Date(Date.UTC(2026, 10, 22, 11))
    await utimes(join(folder, young), now, now)
    await writeAtomically(join(folder, 'plan'), NEW, portsOver(realDisk))
    expect((await readdir(folder)).sort()).toEqual([...names.slice(1), 'plan', young].sort())
  })

  it('does not try to flush a folder on Windows', async () => {
    const folder = await tempFolder()
    const opened: unknown[] = []
    const disk = {
      ...realDisk,
      open: (...args: Parameters<typeof realDisk.open>) => {
        opened.push(args[0])
        return realDisk.open(...args)
      },
    }
    await writeAtomically(join(folder, 'a'), NEW, { ...portsOver(disk), platform: 'win32' })
    expect(opened).not.toContain(folder)
  })
})
