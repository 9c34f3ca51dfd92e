import type PptxGenJS from 'pptxgenjs'
import { keptApart } from './bidi-text.ts'
import type { Line, Span } from './document.ts'
import { TONE_COLOURS } from './print-colours.ts'
import { xmlText } from './xml-text.ts'

export type Slide = ReturnType<PptxGenJS['addSlide']>
type Run = PptxGenJS.TextProps

export const FONT = 'Noto Sans'
export const INK = '20262e'
export const INK_2 = '5a6472'

type Look = { readonly fontSize: number; readonly color: string; readonly bold?: boolean }

/** Runs of a line. Every line break is one of the file's own, so that none is lost. */
export function runs(line: Line, look: Look, breakAfter = false): Run[] {
  const parts = line.flatMap((span) => spanRuns(span, look))
  const last = parts.at(-1)
  if (last && breakAfter) last.options = { ...last.options, breakLine: true }
  return parts.length === 0 ? [{ text: '', options: { ...look, breakLine: breakAfter } }] : parts
}

function spanRuns(span: Span, look: Look): Run[] {
  const pieces = xmlText(span.text).split('\n')
  const tone = span.tone === undefined ? look.color : TONE_COLOURS[span.tone].slice(1)
  return pieces.map((text, i) => ({
    text: keptApart(text),
    options: {
      fontSize: look.fontSize,
      color: tone,
      bold: span.strong === true || look.bold === true,
      ...(i < pieces.length - 1 ? { breakLine: true } : {}),
      ...(span.href === undefined ? {} : { hyperlink: { url: xmlText(span.href) } }),
    },
  }))
}
