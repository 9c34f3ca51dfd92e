import { BrowserWindow } from 'electron'
import { pdfOptions } from '#main/print/pdf-options.ts'
import type { PrintPages } from '#main/print/print-pages.ts'
import type { ChannelInput } from '#shared/ipc-contract.ts'
import { APP_ORIGIN } from './url-policy.ts'
import { printWindowOptions } from './window-options.ts'

/** Prints one page to PDF in a hidden window of its own, without scripts, which is gone afterwards. */
export async function printToPdf(
  input: ChannelInput<'print.pdf'>,
  pages: PrintPages,
): Promise<Uint8Array<ArrayBuffer>> {
  const path = pages.put(input.html)
  const window = new BrowserWindow(printWindowOptions())
  try {
    await window.loadURL(APP_ORIGIN + path)
    return new Uint8Array(await window.webContents.printToPDF(pdfOptions(input)))
  } finally {
    pages.drop(path)
    if (!window.isDestroyed()) window.destroy()
  }
}
