import { ROUTE } from '#domain/route/route-measures.ts'

const KEPT = 4_096
/** More than any label shows; of a longer text only so much is measured. */
export const MEASURED_LENGTH = 160
const widths = new Map<string, number>()
let context: OffscreenCanvasRenderingContext2D | null = null

/**
 * Width of the text of a label in the font that this machine draws it with. Where a canvas cannot say,
 * undefined: the geometry then estimates.
 */
export function labelTextWidth(text: string): number | undefined {
  const known = widths.get(text)
  if (known !== undefined) return known
  context ??= createContext()
  if (!context) return undefined
  if (widths.size > KEPT) widths.clear()
  const width = Math.ceil(context.measureText(text.slice(0, MEASURED_LENGTH)).width) + 2
  widths.set(text, width)
  return width
}

function createContext(): OffscreenCanvasRenderingContext2D | null {
  if (typeof OffscreenCanvas === 'undefined') return null
  const made = new OffscreenCanvas(1, 1).getContext('2d')
  const family = getComputedStyle(document.body).fontFamily
  if (made) made.font = `650 ${String(ROUTE.label.fontPx)}px ${family}`
  return made
}
