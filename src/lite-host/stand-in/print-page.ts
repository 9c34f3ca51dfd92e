import type { PrintToPDFOptions } from 'electron'
import type { DevtoolsSession } from '../browser/devtools-session.ts'

/** Paper in inches, upright. */
const PAPER: Readonly<Record<string, readonly [width: number, height: number]>> = {
  A3: [11.69, 16.54],
  A4: [8.27, 11.69],
  A5: [5.83, 8.27],
  Legal: [8.5, 14],
  Letter: [8.5, 11],
  Tabloid: [11, 17],
}

/** Electron's default margin of one centimetre, in inches. */
const MARGIN = 0.4

/** Electron's printToPDF, through the browser's own. */
export const printPage = async (
  devtools: DevtoolsSession,
  options: PrintToPDFOptions,
): Promise<Buffer> => {
  const { pageSize = 'Letter', margins } = options
  const [width, height] =
    typeof pageSize === 'string'
      ? (PAPER[pageSize] ?? [8.5, 11])
      : [pageSize.width, pageSize.height]
  const given = <K extends keyof PrintToPDFOptions>(key: K) =>
    options[key] === undefined ? {} : { [key]: options[key] }
  const { data } = await devtools.send('Page.printToPDF', {
    paperWidth: width,
    paperHeight: height,
    marginTop: margins?.top ?? MARGIN,
    marginBottom: margins?.bottom ?? MARGIN,
    marginLeft: margins?.left ?? MARGIN,
    marginRight: margins?.right ?? MARGIN,
    ...given('landscape'),
    ...given('printBackground'),
    ...given('displayHeaderFooter'),
    ...given('headerTemplate'),
    ...given('footerTemplate'),
    ...given('scale'),
    ...given('pageRanges'),
    ...given('preferCSSPageSize'),
    ...given('generateTaggedPDF'),
    ...given('generateDocumentOutline'),
  })
  return Buffer.from(data, 'base64')
}
