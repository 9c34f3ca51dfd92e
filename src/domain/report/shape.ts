/** A shape of a drawing in the drawing's own units; colours are fixed, since paper has no dark theme. */
export type Shape =
  | {
      readonly type: 'path'
      readonly d: string
      readonly stroke: string
      readonly width: number
      readonly dash: string | null
      readonly fill: string
    }
  | {
      readonly type: 'disc'
      readonly x: number
      readonly y: number
      readonly radius: number
      readonly fill: string
      readonly stroke: string
      readonly width: number
    }
  | {
      readonly type: 'text'
      readonly x: number
      readonly y: number
      readonly size: number
      readonly anchor: Anchor
      readonly bold: boolean
      readonly fill: string
      readonly text: string
    }

export type Anchor = 'start' | 'middle' | 'end'

/** One picture with the words that stand for it. */
export type Strip = {
  readonly width: number
  readonly height: number
  readonly label: string
  readonly shapes: readonly Shape[]
}

/** A line along `d`. */
export function stroke(
  d: string,
  colour: string,
  width: number,
  dash: string | null = null,
): Shape {
  return { type: 'path', d, stroke: colour, width, dash, fill: 'none' }
}

/** An area inside `d`. */
export function area(d: string, colour: string): Shape {
  return { type: 'path', d, stroke: 'none', width: 0, dash: null, fill: colour }
}

/** A word or a line of text at its baseline. */
export function words(
  x: number,
  y: number,
  text: string,
  look: { size: number; anchor: Anchor; fill: string; bold?: boolean },
): Shape {
  const { size, anchor, fill, bold = false } = look
  return { type: 'text', x: tenth(x), y: tenth(y), size, anchor, bold, fill, text }
}

/** A number as a drawing needs it: tenths are finer than any printer shows. */
export function tenth(value: number): number {
  return Math.round(value * 10) / 10
}
