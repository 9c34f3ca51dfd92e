import { execFileSync } from 'node:child_process'
import { rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const run = (program: string, ...args: string[]) => execFileSync(program, args, { stdio: 'pipe' })

/** Why no small volume can be mounted here; null where it can. */
export function whyNoVolume(): string | null {
  if (process.platform !== 'linux') return 'a small volume needs Linux'
  return process.getuid?.() === 0 ? null : 'a small volume needs the right to mount'
}

/** A volume in memory in the place of an empty folder. */
export type SmallVolume = {
  /** Fills it until `left` bytes are free, and fills again what others free meanwhile. */
  readonly fill: (left?: number) => void
  readonly free: () => void
  /** Lets `inner` only be read from now on, as if a right had been taken away; the answer gives it back. */
  readonly lock: (inner: string) => () => void
  readonly end: () => void
}

export function smallVolume(folder: string, megabytes: number): SmallVolume {
  run('mount', '-t', 'tmpfs', '-o', `size=${String(megabytes)}m`, 'tmpfs', folder)
  const ballast: string[] = []
  let again: NodeJS.Timeout | undefined
  const fillOnce = (left: number) => {
    const { bavail, bsize } = statfsSync(folder)
    const size = bavail * bsize - left
    if (size <= 0) return
    const file = join(folder, `ballast-${String(ballast.length)}`)
    ballast.push(file)
    try {
      writeFileSync(file, Buffer.alloc(size))
    } catch {
      // Somebody else took the rest.
    }
  }
  const free = () => {
    clearInterval(again)
    for (const file of ballast.splice(0)) rmSync(file, { force: true })
  }
  return {
    fill: (left = 0) => {
      clearInterval(again)
      fillOnce(left)
      again = setInterval(() => {
        fillOnce(left)
      }, 10)
    },
    free,
    lock: (inner) => {
      run('mount', '--bind', inner, inner)
      run('mount', '-o', 'remount,ro,bind', inner)
      return () => run('umount', inner)
    },
    end: () => {
      clearInterval(again)
      run('umount', '-l', folder)
    },
  }
}
