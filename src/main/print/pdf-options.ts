import type { ChannelInput } from '#shared/ipc-contract.ts'

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Inches, as Chromium counts margins: room for the foot line, equal sides. */
const MARGINS = { top: 0.47, bottom: 0.67, left: 0.47, right: 0.47 } as const

/** How a report is printed: paper as asked, margins in inches, a foot line with text and page numbers. */
export function pdfOptions({ paper, landscape, footer }: Omit<ChannelInput<'print.pdf'>, 'html'>) {
  return {
    pageSize: paper,
    landscape,
    printBackground: true,
    displayHeaderFooter: true,
    headerTemplate: '<span></span>',
    footerTemplate: footerTemplate(footer),
    margins: MARGINS,
    preferCSSPageSize: false,
    generateTaggedPDF: true,
  }
}

/** The foot line. Chromium fills in `pageNumber` and `totalPages`; the text is text. */
export function footerTemplate(text: string): string {
  const safe = text.replace(/\s+/g, ' ').replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? '')
  return (
    '<div style="width:100%;margin:0 0.63in;font:8px sans-serif;color:#555;display:flex;gap:12px">' +
    `<span dir="ltr" style="flex:1;overflow:hidden;white-space:nowrap;text-overflow:ellipsis">${safe}</span>` +
    '<span style="flex:none">page <span class="pageNumber"></span> of <span class="totalPages"></span></span></div>'
  )
}
