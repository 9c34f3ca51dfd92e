import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { realDisk } from '#main/files/disk.ts'
import { tempFolder } from '#main/testing/temp-folder.ts'
import { createPrintPages } from '#main/print/print-pages.ts'
import { appProtocol } from './app-protocol.ts'
import { assetMap } from './asset-map.ts'

const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; worker-src 'self'; connect-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types roadbook-worker"

async function host() {
  const root = await tempFolder()
  const renderer = join(root, 'renderer')
  await mkdir(join(renderer, 'assets', 'deep'), { recursive: true })
  await writeFile(join(root, 'secret.js'), 'secret')
  await writeFile(join(root, 'index.html'), 'secret')
  await writeFile(join(renderer, 'index.html'), '<!doctype html>')
  await writeFile(join(renderer, 'assets', 'main-1a2b.js'), 'go()')
  await writeFile(join(renderer, 'assets', 'deep', 'face.woff2'), 'font')
  await writeFile(join(renderer, 'assets', 'main.js.map'), '{}')
  await writeFile(join(renderer, 'assets', 'run.exe'), 'x')
  await symlink(join(root, 'secret.js'), join(renderer, 'assets', 'link.js'))
  let count = 0
  const pages = createPrintPages(() => new Uint8Array(24).fill((count += 1)))
  const assets = await assetMap(renderer, realDisk)
  return { assets, pages, renderer, answer: appProtocol(assets, pages, (path) => readFile(path)) }
}

const get = (url: string) => ({ method: 'GET', url })

describe('the app protocol', () => {
  it('knows the built files and nothing else', async () => {
    const { assets } = await host()
    expect([...assets.keys()].sort()).toEqual([
      '/',
      '/assets/deep/face.woff2',
      '/assets/main-1a2b.js',
      '/index.html',
    ])
  })

  it('answers with type and policy', async () => {
    const { answer } = await host()
    const page = await answer(get('app://roadbook/?x=1#route'))
    expect(page.status).toBe(200)
    expect(await page.text()).toBe('<!doctype html>')
    expect(Object.fromEntries(page.headers)).toEqual({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': CSP,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    })
    const script = await answer(get('app://roadbook/assets/main-1a2b.js'))
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  })

  it.each(['POST', 'HEAD', 'PUT', 'OPTIONS', 'DELETE', 'get'])('refuses %s', async (method) => {
    const { answer } = await host()
    expect((await answer({ method, url: 'app://roadbook/' })).status).toBe(405)
  })

  it('refuses other hosts', async () => {
    const { answer } = await host()
    for (const url of ['app://evil/', 'app://roadbook.evil/', 'app://roadbook:1/', 'file:///', 'x'])
      expect((await answer(get(url))).status, url).toBe(404)
  })

  it('refuses 60 and more ways out of its folder', async () => {
    const { answer } = await host()
    const ups = ['../', '..%2f', '..%5c', '%2e%2e/', '%2e%2e%2f', '.%2e/', '..\\', '....//', '..;/', '%252e%252e%252f', '..%c0%af', '..%00/'] // prettier-ignore
    const targets = ['secret.js', 'assets/link.js', 'assets/../../secret.js', 'assets/main.js.map', 'etc/passwd', 'C:/Windows/win.ini'] // prettier-ignore
    const urls = ups.flatMap((up) =>
      targets.map((target) => `app://roadbook/assets/${up}${up}${target}`),
    )
    urls.push('app://roadbook//', 'app://roadbook/assets', 'app://roadbook/assets/', 'app://roadbook/INDEX.HTML', 'app://roadbook/index.html/', 'app://roadbook/index.html%00', 'app://roadbook/__proto__', 'app://roadbook/constructor') // prettier-ignore
    expect(urls.length).toBeGreaterThanOrEqual(60)
    for (const url of urls) {
      const response = await answer(get(url))
      expect([url, response.status, await response.text()]).toEqual([url, 404, ''])
    }
  })

  it('gives a page to print out once, where no script may run', async () => {
    const { answer, pages } = await host()
    const path = pages.put('<p>report</p>')
    const page = await answer(get(`app://roadbook${path}`))
    expect(await page.text()).toBe('<p>report</p>')
    expect(page.headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
    )
    expect((await answer(get(`app://roadbook${path}`))).status).toBe(404)
    const dropped = pages.put('<p>never</p>')
    pages.drop(dropped)
    expect((await answer(get(`app://roadbook${dropped}`))).status).toBe(404)
  })

  it('answers 404 when a file went away', async () => {
    const { answer, renderer } = await host()
    await realDisk.unlink(join(renderer, 'index.html'))
    expect((await answer(get('app://roadbook/'))).status).toBe(404)
  })
})
