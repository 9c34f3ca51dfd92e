import type { Paper } from './options.ts'

/** Paper sizes in millimetres; the preview draws its sheet by them. */
export const PAPER_MM: Readonly<
  Record<Paper, { readonly width: number; readonly height: number }>
> = { A4: { width: 210, height: 297 }, Letter: { width: 215.9, height: 279.4 } }

/** Margins of a printed page in millimetres. */
export const MARGIN_MM = { top: 17, side: 16, bottom: 20 } as const

/** The sans stack of every printed thing. */
export const SANS = `system-ui,-apple-system,"Segoe UI","Noto Sans","Cantarell","Ubuntu","Roboto","Helvetica Neue",Arial,"Noto Sans Arabic","Noto Sans Hebrew","Noto Sans CJK SC","PingFang SC","Microsoft YaHei","Noto Color Emoji","Apple Color Emoji","Segoe UI Emoji",sans-serif`
const SERIF = `"Noto Serif",Charter,Georgia,Cambria,"Times New Roman","Noto Serif CJK SC","Noto Naskh Arabic","Noto Color Emoji","Apple Color Emoji","Segoe UI Emoji",serif`

/**
 * The looks of the page, the same in the file and in the preview. Everything hangs on `.report`, so the
 * text works in a document and in a shadow root alike; it names no address and no font to fetch.
 */
export function pageStyle(): string {
  return `
.report{color:#20262e;background:#fff;font:13px/1.45 ${SANS};font-variant-numeric:tabular-nums;text-align:start;overflow-wrap:anywhere;-webkit-print-color-adjust:exact;print-color-adjust:exact}
.report *{box-sizing:border-box}
.report p,.report h1,.report h2,.report h3,.report ul,.report figure{margin:0;padding:0}
.report .theirs{unicode-bidi:isolate;white-space:pre-line}
.report .overline{font-size:12px;font-weight:650;color:#5a6472}
.report h1{font-size:27px;line-height:1.25;font-weight:700;letter-spacing:-.2px;margin:2px 0}
.report .subtitle{font-size:12.5px;color:#5a6472;margin-bottom:18px}
.report .part{margin-top:26px}
.report h2,.report h3{display:flex;gap:16px;justify-content:space-between;align-items:baseline;break-after:avoid;break-inside:avoid}
.report h2{font-size:15.5px;line-height:1.35;font-weight:700;border-bottom:2px solid #20262e;padding-bottom:5px;margin:26px 0 8px}
.report h3{font-size:13px;font-weight:700;margin:18px 0 4px}
.report .part>h2:first-child{margin-top:0}
.report .heading-text{min-width:0}
.report .heading-aside{flex:none;max-width:45%;text-align:end}
.report .figures{display:grid;padding:0 .6px;grid-template-columns:repeat(4,minmax(0,1fr));gap:12px;break-inside:avoid}
.report .figure{border:1px solid #d9d3c5;border-radius:9px;padding:11px 13px}
.report .figure .value{font-size:23px;line-height:1.2;font-weight:700}
.report .figure .label{font-size:12px;line-height:1.35;color:#5a6472;margin-top:3px}
.report .prose{font:14px/1.5 ${SERIF};margin:6px 0;widows:3;orphans:3}
.report .note{font-size:11.5px;line-height:1.45;color:#5a6472;margin:6px 0;widows:3;orphans:3;break-inside:avoid}
.report :is(.note,.prose):is(:has(+table),:has(+.note+table),:has(+.prose+table),:has(+.prose+.note+table),:has(+ul),:has(+figure),:has(+.prose+figure)){break-after:avoid}
.report table{width:100%;border-collapse:collapse;table-layout:fixed;margin:2px 0 10px;font-size:12px;line-height:1.4}
.report caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.report thead{display:table-header-group}
.report thead tr{break-inside:avoid;break-after:avoid}
.report thead th{font-size:9.5px;font-weight:650;letter-spacing:.3px;text-transform:uppercase;color:#5a6472;vertical-align:bottom;padding:6px 6px 5px;border-bottom:1px solid #d9d3c5;overflow-wrap:normal}
.report thead+tbody.row{break-before:avoid}
.report tbody.row{break-inside:avoid;border-bottom:1px solid #e2ddd1}
.report tbody.row tr{break-inside:avoid}
.report tbody th{font-weight:500}
.report th,.report td{padding:6px 6px 4px;text-align:start;vertical-align:top}
.report th.end,.report td.end{text-align:end}
.report th:first-child,.report td:first-child{padding-inline-start:0}
.report th:last-child,.report td:last-child{padding-inline-end:0}
.report .line.below{font-size:11px;font-weight:400;color:#5a6472}
.report .note-row td{padding:0 0 6px;font-size:11px;color:#5a6472}
.report .faded{color:#656d79}
.report .faded tr:first-child th .theirs{text-decoration:line-through;text-decoration-thickness:1px}
.report ul{list-style:none;margin:4px 0 8px}
.report li{font:14px/1.5 ${SERIF};position:relative;padding-inline-start:16px;margin:2px 0;break-inside:avoid}
.report li::before{content:"";position:absolute;inset-inline-start:3px;top:.62em;width:4px;height:4px;border-radius:50%;background:#20262e}
.report ul.spoken{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.report .part[data-part="rules"]{break-inside:avoid}
.report .pair{display:grid;grid-template-columns:1fr 1fr;gap:0 26px}
.report .pair h2{margin-top:0}
.report .route{break-inside:avoid;margin:4px 0 2px}
.report .roads{margin:4px 0 2px}
.report .roads td{padding:0}
.report .road{break-inside:avoid}
.report .roads thead+.road{break-before:avoid}
.report svg{display:block;height:auto;font-family:${SANS}}
.report svg text{unicode-bidi:plaintext;paint-order:stroke;stroke:#fff;stroke-width:3px;stroke-linejoin:round}.report svg .plain{stroke:none}
.report .good{color:#157a4c}.report .warn{color:#965900}.report .bad{color:#c0342a}.report .muted{color:#5a6472}
.report .good strong,.report .warn strong,.report .bad strong{font-weight:700}
.report strong{font-weight:650}
.report a{color:#1b5fc7;text-decoration:underline;text-underline-offset:2px}
@media print{.report a:not(.bare)::after{content:" (" attr(href) ")";color:#5a6472;font-size:.9em}}
`
}

/** Rules for the file alone: the sheet on a screen, margins, page numbers and breaks on paper. */
export function printStyle(paper: Paper, footer: string | null): string {
  const { width, height } = PAPER_MM[paper]
  const { top, side, bottom } = MARGIN_MM
  const box = `font:9px ${SANS};color:#5a6472;vertical-align:top;padding-top:5mm`
  const foot =
    footer === null
      ? ''
      : `@bottom-left{content:${cssText(footer)};width:78%;text-align:left;${box}}` +
        `@bottom-right{content:"Page " counter(page) " of " counter(pages);text-align:right;${box}}`
  return `
html{background:#d9d4c7}
body{margin:0}
@page{size:${String(width)}mm ${String(height)}mm;margin:${String(top)}mm ${String(side)}mm ${String(bottom)}mm;${foot}}
@media screen{.report{max-width:${String(width)}mm;min-height:${String(height)}mm;margin:0 auto;padding:${String(top)}mm ${String(side)}mm ${String(bottom)}mm;box-shadow:0 1px 2px rgb(32 38 46/10%),0 10px 28px rgb(32 38 46/14%)}}
@media screen and (min-width:230mm){.report{margin:10mm auto}}
@media screen and (max-width:640px){.report{padding:16px}.report .figures,.report .pair{grid-template-columns:1fr 1fr}}
@media print{html{background:#fff}.report{font-size:12px}}
`
}

/** Text as a CSS string that cannot end the string, the rule or the style element. */
function cssText(text: string): string {
  const line = text.replace(/\s+/gu, ' ')
  const safe = [...line].map((letter) =>
    // The space ends the number: without it a space of the text behind would be taken for that.
    /^[A-Za-z0-9 .,]$/.test(letter)
      ? letter
      : `\\${(letter.codePointAt(0) ?? 0).toString(16).padStart(6, '0')} `,
  )
  return `"${safe.join('')}"`
}

/** The sheet of paper around the page in the preview; the file has its own in `printStyle`. */
export function sheetStyle(paper: Paper): string {
  const { width, height } = PAPER_MM[paper]
  const { top, side, bottom } = MARGIN_MM
  return `.report{color-scheme:light;box-sizing:border-box;width:${String(width)}mm;min-height:${String(height)}mm;padding:${String(top)}mm ${String(side)}mm ${String(bottom)}mm}`
}
