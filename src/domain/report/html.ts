import type { ReportDocument } from './document.ts'
import type { PageNode } from './node.ts'
import { pageOf } from './page.ts'
import { pageStyle, printStyle } from './page-style.ts'
import type { Paper } from './options.ts'

/** `default-src 'none'`: the file can load nothing and run nothing, wherever it is opened. */
export const REPORT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

export type HtmlOptions = {
  readonly paper: Paper
  /** Whether the page prints its own foot (title and page number); off where the printer adds one. */
  readonly pageNumbers: boolean
}

/** The report as one HTML file that needs no network and no scripts. */
export function reportHtml(document: ReportDocument, options: HtmlOptions): string {
  const footer = options.pageNumbers ? document.footer : null
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${escapeText(REPORT_POLICY)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    '<meta name="color-scheme" content="light">',
    '<meta name="generator" content="Roadbook">',
    `<title>${escapeText(document.title)}</title>`,
    `<style>${pageStyle()}${printStyle(options.paper, footer)}</style>`,
    '</head>',
    `<body>${serialize(pageOf(document))}</body>`,
    '</html>',
    '',
  ].join('\n')
}

const MARKUP = /[&<>"'`]/

/** Text as HTML reads it back, in elements and in quoted attributes alike. */
export function escapeText(text: string): string {
  if (!MARKUP.test(text)) return text
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
    .replaceAll('`', '&#96;')
}

const VOID = new Set(['br', 'col'])

/** Markup of a tree of page elements. */
export function serialize(node: PageNode): string {
  const out: string[] = []
  write(node, out)
  return out.join('')
}

function write(node: PageNode, out: string[]): void {
  if (typeof node === 'string') {
    out.push(escapeText(node))
    return
  }
  out.push('<', node.tag)
  for (const [name, value] of Object.entries(node.attrs))
    out.push(' ', name, '="', escapeText(value), '"')
  out.push('>')
  if (VOID.has(node.tag)) return
  for (const child of node.children) write(child, out)
  out.push('</', node.tag, '>')
}
