import { EventEmitter } from 'node:events'
import type { Display, Rectangle } from 'electron'
import { execFileSync } from 'node:child_process'
import { onlyListed } from '../only-listed.ts'

const FALLBACK = { x: 0, y: 0, width: 1440, height: 900 }

/** Under X the whole desktop's size is one call away; elsewhere a common laptop's is assumed. */
const desktop = (): Rectangle => {
  if (process.platform !== 'linux' || !process.env['DISPLAY']) return FALLBACK
  try {
    const text = execFileSync('xrandr', ['--current'], { encoding: 'utf8', timeout: 2_000 })
    const found = /current (\d+) x (\d+)/.exec(text)
    return found ? { x: 0, y: 0, width: Number(found[1]), height: Number(found[2]) } : FALLBACK
  } catch {
    return FALLBACK
  }
}

let known: Rectangle | null = null

const display = () => {
  const area = (known ??= desktop())
  const shown: Pick<
    Display,
    'id' | 'bounds' | 'workArea' | 'size' | 'workAreaSize' | 'scaleFactor'
  > = {
    id: 1,
    bounds: area,
    workArea: area,
    size: { width: area.width, height: area.height },
    workAreaSize: { width: area.width, height: area.height },
    scaleFactor: 1,
  }
  return onlyListed('Display', shown)
}

const events = new EventEmitter()

export const screen = onlyListed('screen', {
  getPrimaryDisplay: display,
  getAllDisplays: () => [display()],
  getDisplayMatching: (_rectangle: Rectangle) => display(),
  getDisplayNearestPoint: (_point: { x: number; y: number }) => display(),
  on: (name: string, listener: () => void) => events.on(name, listener),
  off: (name: string, listener: () => void) => events.off(name, listener),
})
