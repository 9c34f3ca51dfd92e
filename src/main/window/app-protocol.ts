import type { PrintPages } from '#main/print/print-pages.ts'
import type { AssetMap } from './asset-map.ts'
import { cspHeaders } from './csp-headers.ts'
import { isAtAppOrigin } from './url-policy.ts'

const PLAIN = 'text/plain; charset=utf-8'

/** Answers `app://roadbook/…` from the fixed map, and each page to print exactly once. */
export function appProtocol(
  assets: AssetMap,
  pages: Pick<PrintPages, 'take'>,
  readFile: (path: string) => Promise<Uint8Array<ArrayBuffer>>,
): (request: Pick<Request, 'method' | 'url'>) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET') return refuse(405)
    if (!isAtAppOrigin(request.url)) return refuse(404)
    const { pathname } = new URL(request.url)
    const page = pages.take(pathname)
    if (page !== null)
      return new Response(page, { headers: cspHeaders('print', 'text/html; charset=utf-8') })
    const asset = assets.get(pathname)
    if (!asset) return refuse(404)
    try {
      const bytes = await readFile(asset.file)
      return new Response(bytes, { headers: cspHeaders('app', asset.type) })
    } catch {
      return refuse(404)
    }
  }
}

function refuse(status: 404 | 405): Response {
  return new Response('', { status, headers: cspHeaders('app', PLAIN) })
}
