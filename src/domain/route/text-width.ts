const NARROW = /[iljI.,:;'|!()[\]{}`·’‘]/u
const SLIM = /[tfr\-"/\\*°“” ]/u
const BROAD = /[mwMW@%—…→←]/u
const CAPITAL = /\p{Lu}/u
const WIDE =
  /[\u1100-\u115f\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{20000}-\u{3fffd}]|\p{Extended_Pictographic}/u
const NO_WIDTH = /\p{Mark}|\p{Default_Ignorable_Code_Point}/u

const widths = new Map<string, number>()

function emOf(char: string): number {
  let em = widths.get(char)
  if (em === undefined) {
    em = measureChar(char)
    if (widths.size > 4_096) widths.clear()
    widths.set(char, em)
  }
  return em
}

function measureChar(char: string): number {
  if (NO_WIDTH.test(char)) return 0
  if (WIDE.test(char)) return 1.3
  if (NARROW.test(char)) return 0.36
  if (SLIM.test(char)) return 0.46
  if (BROAD.test(char)) return 1.02
  if (CAPITAL.test(char)) return 0.76
  return 0.64
}

/**
 * A careful guess at the width of a text in a system sans font: a little more than the widest of the common
 * ones (Noto Sans, Segoe UI, SF, DejaVu Sans in semibold) needs, so that what is made to fit does fit.
 */
export function estimateTextWidth(text: string, fontPx: number): number {
  let em = 0
  for (const char of text) em += emOf(char)
  return em * fontPx
}
