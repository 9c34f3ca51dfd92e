import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { realDisk } from '#main/files/disk.ts'
import { portsOver } from '#main/testing/faulty-disk.ts'
import { tempFolder } from '#main/testing/temp-folder.ts'
import { notesWindowOptions, printWindowOptions, windowOptions } from './window-options.ts'
import { clampPlace, FIRST_PLACE, notesBounds, readPlace, writePlace } from './window-place.ts'

const ONE = { x: 0, y: 25, width: 1920, height: 1055 }
const LEFT = { x: -1280, y: 0, width: 1280, height: 800 }
const at = (x: number, y: number, width = 1200, height = 800) => ({
  bounds: { x, y, width, height },
  isMaximised: false,
})

describe('the place of the window', () => {
  it.each([
    ['stays where it is', at(100, 100), [ONE], at(100, 100)],
    ['stays on a second display', at(-1200, 10), [ONE, LEFT], at(-1200, 10)],
    ['may hang over the edge', at(1700, 900), [ONE], at(1700, 900)],
    [
      'comes back from a display that is gone',
      at(-1200, 10),
      [ONE],
      { bounds: { width: 1200, height: 800 }, isMaximised: false },
    ],
    [
      'comes back when only a corner shows',
      at(1850, 100),
      [ONE],
      { bounds: { width: 1200, height: 800 }, isMaximised: false },
    ],
    [
      'comes back when its title bar is above',
      at(100, -300),
      [ONE],
      { bounds: { width: 1200, height: 800 }, isMaximised: false },
    ],
    ['shrinks to its display', at(0, 25, 4000, 3000), [ONE], at(0, 25, 1920, 1055)],
    ['is never smaller than the app can be', at(0, 25, 200, 100), [ONE], at(0, 25, 1024, 640)],
    [
      'lives without any display',
      at(0, 0),
      [],
      { bounds: { width: 1024, height: 640 }, isMaximised: false },
    ],
    ['starts without a place', FIRST_PLACE, [ONE], FIRST_PLACE],
  ])('%s', (_, place, areas, expected) => {
    expect(clampPlace(place, areas)).toEqual(expected)
  })

  it('is remembered, and anything unreadable is as good as none', async () => {
    const root = join(await tempFolder(), 'fresh')
    const ports = portsOver(realDisk)
    expect(await readPlace(root, ports)).toEqual(FIRST_PLACE)
    const place = { ...at(5, 6), isMaximised: true }
    await writePlace(root, place, ports)
    expect(await readPlace(root, ports)).toEqual(place)
    for (const text of ['', '{', 'null', '{"bounds":{"width":"a"}}']) {
      await writeFile(join(root, 'window.json'), text)
      expect(await readPlace(root, ports)).toEqual(FIRST_PLACE)
    }
  })
})

const SAFE = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
}

describe('the place of the notes', () => {
  it.each([
    ['beside the projector', at(100, 100).bounds, [ONE, LEFT], { x: -1090, y: 20 }],
    ['the other way round', at(-1200, 0).bounds, [ONE, LEFT], { x: 510, y: 173 }],
    ['one display alone', at(100, 100).bounds, [ONE], {}],
    ['no display at all', at(100, 100).bounds, [], {}],
  ] as const)('%s', (_, main, areas, place) => {
    expect(notesBounds(main, areas)).toEqual({ width: 900, height: 760, ...place })
  })

  it('is no larger than its display', () => {
    const small = { x: 2000, y: 0, width: 640, height: 480 }
    expect(notesBounds(at(0, 100).bounds, [ONE, small])).toEqual(small)
  })
})

describe('window options', () => {
  it.each([
    [true, false],
    [false, true],
  ])('packaged %s: safe, developer tools %s', (isPackaged, devTools) => {
    const options = windowOptions({ place: at(1, 2), preload: '/p.cjs', isPackaged, isDark: false })
    expect(options).toMatchObject({ x: 1, y: 2, minWidth: 1024, minHeight: 640, show: false })
    expect(options.webPreferences).toMatchObject({ ...SAFE, devTools, preload: '/p.cjs' })
  })

  it('leaves the place to the system where none is known', () => {
    const options = windowOptions({
      place: FIRST_PLACE,
      preload: '',
      isPackaged: true,
      isDark: true,
    })
    expect(Object.keys(options)).not.toContain('x')
  })

  it('shows the notes as safely, and without a bridge', () => {
    const bounds = { x: 5, y: 6, width: 900, height: 760 }
    const options = notesWindowOptions({ bounds, isPackaged: true, isDark: false })
    expect(options).toMatchObject(bounds)
    expect(options.webPreferences).toMatchObject({ ...SAFE, devTools: false })
    expect(options.webPreferences?.preload).toBeUndefined()
  })

  it('prints where no script runs and no bridge is', () => {
    const { webPreferences, show } = printWindowOptions()
    expect(webPreferences).toMatchObject({ ...SAFE, javascript: false, devTools: false })
    expect([show, webPreferences?.preload]).toEqual([false, undefined])
  })
})
