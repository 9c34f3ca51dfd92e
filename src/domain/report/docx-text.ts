import { ExternalHyperlink, Paragraph, TextRun } from 'docx'
import type { IParagraphOptions, ParagraphChild } from 'docx'
import { directedPieces } from './bidi-text.ts'
import type { Line, Span } from './document.ts'
import { TONE_COLOURS } from './print-colours.ts'
import { xmlText } from './xml-text.ts'

export const INK_2 = '5a6472'
/** Half-points, as Word counts sizes. */
export const SIZE = { body: 21, small: 17, table: 18, head: 15, figure: 34 } as const

/** An empty line under a table. */
export function gap(): Paragraph {
  return new Paragraph({ spacing: { before: 0, after: 60 }, children: [] })
}

/** A paragraph of one line. */
export function paragraph(line: Line, options: Omit<IParagraphOptions, 'children'>): Paragraph {
  return new Paragraph({ ...options, children: [...runs(line)] })
}

type RunLook = { readonly size?: number; readonly bold?: boolean; readonly color?: string }

/** Runs of a line; a line break in somebody's text stays one. */
export function runs(line: Line, look: RunLook = {}): readonly ParagraphChild[] {
  return line.flatMap((span): ParagraphChild[] => {
    const parts = spanRuns(span, look)
    return span.href === undefined
      ? parts
      : [new ExternalHyperlink({ link: xmlText(span.href), children: parts })]
  })
}

function spanRuns(span: Span, look: RunLook): TextRun[] {
  const tone = span.tone === undefined ? null : TONE_COLOURS[span.tone].slice(1)
  const color = span.href === undefined ? (tone ?? look.color) : '1b5fc7'
  return xmlText(span.text)
    .split('\n')
    .flatMap((line, i) =>
      directedPieces(line).map(
        ({ text, isRightToLeft }, k) =>
          new TextRun({
            text,
            // Never `bold: false`: it would take the weight from a heading's style.
            ...(span.strong || look.bold ? { bold: true } : {}),
            ...(i > 0 && k === 0 ? { break: 1 } : {}),
            ...(color === undefined ? {} : { color }),
            ...(look.size === undefined ? {} : { size: look.size }),
            ...(span.href === undefined ? {} : { underline: {} }),
            ...(isRightToLeft ? { rightToLeft: true } : {}),
          }),
      ),
    )
}
