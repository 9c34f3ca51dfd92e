import { extname, join } from 'node:path'
import type { Disk } from '#main/files/disk.ts'

export type Asset = { readonly file: string; readonly type: string }
/** URL path to file. What is not in the map does not exist, so no path is ever computed from a URL. */
export type AssetMap = ReadonlyMap<string, Asset>

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.roadbook': 'application/json; charset=utf-8',
}

/** Lists the built renderer once at start. Links and files of unknown type are left out. */
export async function assetMap(folder: string, disk: Pick<Disk, 'readdir'>): Promise<AssetMap> {
  const assets = new Map<string, Asset>()
  await addFolder(folder, '/', assets, disk)
  const start = assets.get('/index.html')
  if (start) assets.set('/', start)
  return assets
}

async function addFolder(
  folder: string,
  at: string,
  assets: Map<string, Asset>,
  disk: Pick<Disk, 'readdir'>,
): Promise<void> {
  for (const entry of await disk.readdir(folder, { withFileTypes: true })) {
    const file = join(folder, entry.name)
    const type = TYPES[extname(entry.name).toLowerCase()]
    if (entry.isDirectory())
      await addFolder(file, `${at}${encodeURIComponent(entry.name)}/`, assets, disk)
    else if (entry.isFile() && type !== undefined)
      assets.set(`${at}${encodeURIComponent(entry.name)}`, { file, type })
  }
}
