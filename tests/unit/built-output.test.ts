import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { worksThread } from '#main/snapshots/works-thread.ts'
import { tempFolder } from '#main/testing/temp-folder.ts'

const MAIN = 'out/main/index.js'
const THREAD = 'out/main/works-worker.js'

/** A built file and everything that it imports from its neighbours. */
const withImports = (path: string, seen = new Map<string, string>()): Map<string, string> => {
  if (seen.has(path)) return seen
  const text = readFileSync(path, 'utf8')
  seen.set(path, text)
  for (const [, near] of text.matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g)) {
    withImports(join(dirname(path), near ?? ''), seen)
  }
  return seen
}

const filesIn = (folder: string, ending: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name))

const BANNED: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['sandbox: false', /\bsandbox["']?\s*:\s*(false|!1)/],
  ['contextIsolation: false', /contextIsolation["']?\s*:\s*(false|!1)/],
  ['webSecurity: false', /webSecurity["']?\s*:\s*(false|!1)/],
  ['nodeIntegration: true', /nodeIntegration\w*["']?\s*:\s*(true|!0)/],
  ['webviewTag: true', /webviewTag["']?\s*:\s*(true|!0)/],
  ['bypassCSP', /bypassCSP/],
  ['unsafe-eval', /unsafe-eval/],
  ['allowpopups', /allowpopups/],
  ['@electron/remote', /@electron\/remote/],
  ['IdbSqliteBackingStore', /IdbSqliteBackingStore/],
]

describe('what was built', () => {
  beforeAll(() => {
    execFileSync(process.execPath, ['scripts/ensure-build.mjs'], { stdio: 'pipe' })
  }, 120_000)

  it('main is an ES module', () => {
    for (const [path, text] of withImports(MAIN)) {
      expect(text, path).not.toMatch(/\bmodule\.exports\b|^exports\./m)
    }
    expect(readFileSync(MAIN, 'utf8')).toMatch(/^import .* from "electron"/m)
  })

  it('main does not carry the lite host', () => {
    expect([...withImports(MAIN).values()].join('')).not.toContain('roadbook.app.test')
  })

  it.each([
    ['main', MAIN, ['electron']],
    ['the thread that makes snapshots', THREAD, []],
  ])('%s needs nothing but Node and what lies beside it', (_, entry, more) => {
    const strangers = [...withImports(entry).values()].flatMap((text) =>
      [...text.matchAll(/^(?:import|export)\b[^"]*"([^."][^"]*)"/gm)].map(([, name]) => name ?? ''),
    )
    const others = new Set(strangers.filter((name) => !name.startsWith('node:')))
    expect([...others]).toEqual(more)
  })

  it('main starts the thread from the file beside it', () => {
    expect(readFileSync(MAIN, 'utf8')).toMatch(/join\(import\.meta\.dirname, "works-worker\.js"\)/)
  })

  it('the thread starts and answers where nothing else is, as in a package', async () => {
    const root = join(await tempFolder(), 'app.asar')
    for (const path of ['package.json', ...withImports(THREAD).keys()]) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      copyFileSync(path, join(root, path))
    }
    const lines: string[] = []
    const works = worksThread({ path: join(root, THREAD), log: (line) => lines.push(line) })
    expect(await works.begin({ planId: 'p', snapshot: null })).toMatchObject({ seq: 0 })
    expect(lines).toEqual([])
    await works.close()
  })

  it('the preload is one CommonJS file that requires nothing but electron', () => {
    expect(readdirSync('out/preload')).toEqual(['index.cjs'])
    const text = readFileSync('out/preload/index.cjs', 'utf8')
    const required = [...text.matchAll(/\brequire\(\s*["'`]([^"'`]*)/g)].map(([, name]) => name)
    expect([...new Set(required)]).toEqual(['electron'])
    expect(text).not.toMatch(/^\s*(import|export)\b/m)
    expect(text).not.toMatch(/\bimport\(/)
  })

  it('the page has no inline script, style or handler and names no other address', () => {
    for (const path of filesIn('out/renderer', '.html')) {
      const html = readFileSync(path, 'utf8')
      const scripts = [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/gi)]
      expect(scripts.length, path).toBeGreaterThan(0)
      for (const [, attributes, body] of scripts) {
        expect(attributes, path).toMatch(/\bsrc="\.?\//)
        expect(body?.trim(), path).toBe('')
      }
      expect(html, path).not.toMatch(/<style\b|\sstyle=|\son[a-z]+=|https?:\/\//i)
    }
  })

  it.each(BANNED)('nowhere in main, preload or page: %s', (_name, pattern) => {
    const built = [
      ...withImports(MAIN),
      ...[
        ...filesIn('out/preload', '.cjs'),
        ...filesIn('out/renderer', '.js'),
        ...filesIn('out/renderer', '.html'),
      ].map((path): [string, string] => [path, readFileSync(path, 'utf8')]),
    ]
    expect(built.filter(([, text]) => pattern.test(text)).map(([path]) => path)).toEqual([])
  })

  it('one module at most opens addresses outside', () => {
    const opening = filesIn('src/main', '.ts').filter(
      (path) => !path.endsWith('.test.ts') && readFileSync(path, 'utf8').includes('openExternal('),
    )
    expect(opening.length).toBeLessThanOrEqual(1)
  })
})
