import type PptxGenJS from 'pptxgenjs'
import { estimateTextWidth } from '../route/text-width.ts'
import { keptApart } from './bidi-text.ts'
import { pathSteps } from './path-points.ts'
import { FONT } from './pptx-text.ts'
import type { Slide } from './pptx-text.ts'
import type { Shape } from './shape.ts'
import type { Place, SlidePart } from './slide-pages.ts'
import { xmlText } from './xml-text.ts'

/** A shape of points; the library draws it but its list of names has forgotten it. */
const FREEFORM = 'custGeom' as PptxGenJS.SHAPE_NAME

/** A road as shapes that can be edited one by one. */
export function addDrawing(
  slide: Slide,
  { strip, place }: Extract<SlidePart, { type: 'drawing' }>,
): void {
  const scale = place.w / strip.width
  strip.shapes.forEach((shape, i) => {
    addShape(slide, shape, place, scale, xmlText(`${strip.label}, shape ${String(i + 1)}`))
  })
}

/** A shape of the drawing as a shape of the slide; inches from its units by `scale`. */
function addShape(slide: Slide, shape: Shape, at: Place, scale: number, objectName: string): void {
  const points = (units: number) => units * scale * 72
  switch (shape.type) {
    case 'disc': {
      if (shape.radius <= 0) return
      const d = shape.radius * 2 * scale
      slide.addShape('ellipse', {
        x: at.x + (shape.x - shape.radius) * scale,
        y: at.y + (shape.y - shape.radius) * scale,
        w: d,
        h: d,
        fill: { color: shape.fill.slice(1) },
        ...(shape.width > 0
          ? { line: { color: shape.stroke.slice(1), width: points(shape.width) } }
          : {}),
        objectName,
      })
      return
    }
    case 'text': {
      const size = points(shape.size)
      const w = estimateTextWidth(shape.text, shape.size) * scale * 1.12 + 0.05
      const x = at.x + shape.x * scale
      const left = shape.anchor === 'start' ? x : shape.anchor === 'end' ? x - w : x - w / 2
      slide.addText(keptApart(xmlText(shape.text)), {
        x: left,
        y: at.y + shape.y * scale - (size * 1.02) / 72,
        w,
        h: (size * 1.4) / 72,
        fontSize: Math.max(1, Math.round(size * 10) / 10),
        bold: shape.bold,
        color: shape.fill.slice(1),
        align: shape.anchor === 'start' ? 'left' : shape.anchor === 'end' ? 'right' : 'center',
        valign: 'middle',
        margin: 0,
        wrap: false,
        fontFace: FONT,
      })
      return
    }
    case 'path':
      addPath(slide, shape, at, scale, objectName)
  }
}

function addPath(
  slide: Slide,
  shape: Extract<Shape, { type: 'path' }>,
  at: Place,
  scale: number,
  objectName: string,
): void {
  const steps = pathSteps(shape.d)
  const xs = steps.flatMap((step) =>
    step.type === 'close' ? [] : step.type === 'cubic' ? [step.x, step.x1, step.x2] : [step.x],
  )
  const ys = steps.flatMap((step) =>
    step.type === 'close' ? [] : step.type === 'cubic' ? [step.y, step.y1, step.y2] : [step.y],
  )
  if (xs.length === 0) return
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  const w = (Math.max(...xs) - left) * scale
  const h = (Math.max(...ys) - top) * scale
  const x = (value: number) => (value - left) * scale
  const y = (value: number) => (value - top) * scale
  const line =
    shape.stroke === 'none' || shape.width <= 0
      ? {}
      : {
          line: {
            color: shape.stroke.slice(1),
            width: Math.round(shape.width * scale * 720) / 10,
            ...(shape.dash === null ? {} : { dashType: 'dash' as const }),
          },
        }
  const fill = shape.fill === 'none' ? {} : { fill: { color: shape.fill.slice(1) } }
  const place = { x: at.x + left * scale, y: at.y + top * scale, objectName }
  if (steps.length === 2 && steps.every(({ type }) => type !== 'cubic') && (w === 0 || h === 0)) {
    slide.addShape('line', { ...place, w, h, ...line })
    return
  }
  slide.addShape(FREEFORM, {
    ...place,
    // A size of nothing would divide by it.
    w: Math.max(w, 0.001),
    h: Math.max(h, 0.001),
    ...line,
    ...fill,
    points: steps.map((step) =>
      step.type === 'close'
        ? { close: true as const }
        : step.type === 'cubic'
          ? {
              x: x(step.x),
              y: y(step.y),
              curve: {
                type: 'cubic' as const,
                x1: x(step.x1),
                y1: y(step.y1),
                x2: x(step.x2),
                y2: y(step.y2),
              },
            }
          : { x: x(step.x), y: y(step.y), ...(step.type === 'move' ? { moveTo: true } : {}) },
    ),
  })
}
