import { svgOf } from '#domain/report/svg.ts'
import type { Picture } from '#domain/report/svg.ts'
import { withBrowser } from './report-pdf.ts'
import { whileShown } from './shown-page.ts'

export type PictureRequest = { readonly picture: Picture; readonly width: number }

const NO_BROWSER =
  'A PNG, and the pictures of a Word file, need an installed Chromium, Chrome or Edge, and none was found. Install one (on Debian: apt install chromium), name one in ROADBOOK_BROWSER, or take svg instead.'
/** A browser draws no larger surface for sure. */
const LONGEST_SIDE = 16_000

/** Pictures as PNG, each about `width` pixels wide, drawn by one browser without scripts. */
export async function drawPngs(
  requests: readonly PictureRequest[],
): Promise<readonly Uint8Array[]> {
  if (requests.length === 0) return []
  return withBrowser(NO_BROWSER, async (browser) => {
    const page = await browser.firstPage()
    await page.setUp({ javascript: false, preloadSource: null })
    const drawn: Uint8Array[] = []
    for (const { picture, width } of requests) {
      const { width: w, height: h } = picture
      const scale = Math.min(width / w, LONGEST_SIDE / Math.max(w, h))
      const svg = svgOf(picture).replace(/^<\?xml[^>]*\?>\s*/, '')
      const html = `<!doctype html><meta charset="utf-8"><style>body{margin:0}svg{display:block}</style>${svg}`
      await page.devtools.send('Emulation.setDeviceMetricsOverride', {
        width: Math.ceil(w),
        height: Math.ceil(h),
        deviceScaleFactor: scale,
        mobile: false,
      })
      const { data } = await whileShown(page, html, 'svg', () =>
        page.devtools.send('Page.captureScreenshot', {
          format: 'png',
          clip: { x: 0, y: 0, width: w, height: h, scale: 1 },
          captureBeyondViewport: true,
        }),
      )
      drawn.push(new Uint8Array(Buffer.from(data, 'base64')))
    }
    return drawn
  })
}
