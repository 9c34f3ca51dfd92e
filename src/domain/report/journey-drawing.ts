import { journeyLayout } from '../journey/journey-layout.ts'
import type { JourneyLayout, JourneySize, JourneyStop } from '../journey/journey-layout.ts'
import type { JourneyCard } from '../journey/journey-cards.ts'
import type { JourneyScene } from '../journey/journey-scene.ts'
import { INITIATIVE_STATE_WORDS } from '../initiative/initiative-progress.ts'
import type { Box } from '../route/label-placing.ts'
import { printMetric } from './metric-print.ts'
import { printDayIn, printPercent } from './printed-number.ts'
import type { DateStyle } from './printed-number.ts'
import type { ReportModel, ReportObjective } from './report-model.ts'
import { HUE_COLOURS, INK, INK_2, PAPER, TONE_COLOURS } from './print-colours.ts'
import type { RouteDrawing } from './route-drawing.ts'
import { describeRoad } from './route-of-model.ts'
import { area, stroke, tenth, words } from './shape.ts'
import type { Shape } from './shape.ts'
import { STATE_TONES } from './status-words.ts'
import { ours } from './document.ts'

const ROAD = '#39414d'
const AHEAD = '#c4beb0'
const EDGE = '#8d877a'

/** Sizes of the printed road: as wide as the paper, or half a slide with words that can be read from afar. */
export const JOURNEY_SIZES: Readonly<Record<'page' | 'slide', JourneySize>> = {
  page: { width: 720, height: 400, fontPx: 11 },
  slide: { width: 720, height: 440, fontPx: 16 },
}

/** One objective as a winding road, as shapes. The same picture serves paper, slides and posters. */
export function drawJourney(
  objective: ReportObjective,
  model: Pick<ReportModel, 'kind' | 'cycle'>,
  dates: DateStyle,
  size: JourneySize,
): RouteDrawing {
  const scene = journeyOfObjective(objective, model, dates)
  const layout = journeyLayout(scene, size)
  return {
    look: 'journey',
    strips: [
      {
        width: layout.width,
        height: tenth(layout.height),
        label: `Objective ${objective.number} as a winding road`,
        shapes: journeyShapes(layout, HUE_COLOURS[objective.hue]),
      },
    ],
    description: [
      describeRoad(objective, model, dates),
      ...scene.checkpoints.map(({ id, number, title }) => {
        const names = scene.initiatives
          .filter(({ checkpointId }) => checkpointId === id)
          .map((one) => `${one.title} (${INITIATIVE_STATE_WORDS[one.state].toLowerCase()})`)
        return [
          ours(`${number} `),
          { text: title, theirs: true as const },
          ours(names.length === 0 ? ': no initiative' : ': '),
          ...(names.length === 0 ? [] : [{ text: names.join('; '), theirs: true as const }]),
        ]
      }),
    ],
  }
}

/** The scene of a reported objective: its live key results, each initiative at the leg of its largest share. */
export function journeyOfObjective(
  objective: ReportObjective,
  model: Pick<ReportModel, 'kind' | 'cycle'>,
  dates: DateStyle,
): JourneyScene {
  const isPlan = model.kind === 'plan'
  const year = model.cycle.endOn.slice(0, 4)
  const stops = objective.keyResults.filter(({ state }) => state === 'active')
  const idOf = new Map(stops.map(({ id, number }) => [number, id]))
  return {
    title: objective.title,
    hue: objective.hue,
    progress: isPlan ? null : objective.progress,
    startWords: printDayIn(year, model.cycle.startOn, dates),
    finishWords:
      isPlan || objective.progress === null
        ? printDayIn(year, model.cycle.endOn, dates)
        : printPercent(objective.progress),
    checkpoints: stops.map((keyResult) => {
      const { baseline, target } = printMetric(keyResult)
      return {
        id: keyResult.id,
        number: keyResult.number,
        title: keyResult.title,
        target: baseline === '–' ? target : `${baseline} → ${target}`,
        isReached: !isPlan && keyResult.status === 'done',
      }
    }),
    initiatives: objective.initiatives.flatMap((initiative) => {
      if (initiative.state === 'dropped') return []
      const served = initiative.serves.filter(({ number }) => idOf.has(number))
      const largest = served.toSorted((a, b) => b.share - a.share)[0]
      const checkpointId = largest && idOf.get(largest.number)
      if (checkpointId === undefined) return []
      const initials = (initiative.owner ?? '')
        .split(/\s+/u)
        .slice(0, 2)
        .map((word) => [...word][0] ?? '')
        .join('')
      return [
        {
          id: initiative.id,
          title: initiative.title,
          checkpointId,
          initials,
          state: initiative.state,
        },
      ]
    }),
  }
}

function journeyShapes(layout: JourneyLayout, hue: string): readonly Shape[] {
  const { roadWidth, fontPx, path, drivenPath, start } = layout
  const ahead = layout.car === null ? ROAD : AHEAD
  return [
    stroke(path, ahead, roadWidth),
    ...(drivenPath === '' ? [] : [stroke(drivenPath, ROAD, roadWidth)]),
    stroke(path, PAPER, fontPx * 0.16, `${String(tenth(fontPx))} ${String(tenth(fontPx * 0.9))}`),
    disc(start, roadWidth * 0.32, PAPER, INK, fontPx * 0.12),
    ...flag(layout, hue),
    ...caption(layout.startLabel, fontPx),
    ...caption(layout.finishLabel, fontPx),
    ...layout.stops.flatMap((stop) => stopShapes(stop, layout, hue)),
    ...layout.cards.flatMap((card) => cardShapes(card, fontPx)),
    ...(layout.car === null ? [] : carShapes(layout.car, fontPx, hue)),
  ]
}

function disc(
  { x, y }: { readonly x: number; readonly y: number },
  radius: number,
  fill: string,
  colour: string,
  width: number,
): Shape {
  return {
    type: 'disc',
    x: tenth(x),
    y: tenth(y),
    radius: tenth(radius),
    fill,
    stroke: colour,
    width: tenth(width),
  }
}

function flag({ flag: { foot, box, pointsLeft }, fontPx }: JourneyLayout, hue: string): Shape[] {
  const out = pointsLeft ? -1 : 1
  const { x, y } = foot
  const w = tenth(box.width * out)
  const dent = tenth(box.width * -0.28 * out)
  const half = tenth(box.height / 2)
  const cloth = `M${String(tenth(x))} ${String(tenth(box.y))}h${String(w)}l${String(dent)} ${String(half)}l${String(-dent)} ${String(half)}h${String(-w)}z`
  return [
    stroke(`M${String(tenth(x))} ${String(tenth(y))}V${String(tenth(box.y))}`, INK, fontPx * 0.28),
    area(cloth, hue),
  ]
}

function caption(label: (Box & { readonly text: string }) | null, fontPx: number): Shape[] {
  if (label === null) return []
  const look = { size: fontPx, anchor: 'start', fill: INK_2, bold: true } as const
  return [words(label.x, label.y + fontPx * 1.25, label.text, look)]
}

/** A disc with its number, ringed in the hue; a reached one is filled and ticked, so that grey paper tells it too. */
function stopShapes(
  stop: JourneyStop,
  { discRadius, fontPx }: JourneyLayout,
  hue: string,
): Shape[] {
  const { centre, label, isReached, number } = stop
  const size = number.length > 3 ? fontPx * 0.9 : fontPx * 1.15
  const numberLook = { size, anchor: 'middle', bold: true, fill: isReached ? PAPER : INK } as const
  const tick = `M${String(tenth(centre.x - fontPx * 0.45))} ${String(tenth(centre.y + fontPx * 0.95))}l${String(tenth(fontPx * 0.32))} ${String(tenth(fontPx * 0.32))}l${String(tenth(fontPx * 0.6))} ${String(tenth(-fontPx * 0.62))}`
  return [
    disc(centre, discRadius, PAPER, PAPER, 0),
    disc(centre, discRadius - fontPx * 0.25, isReached ? hue : PAPER, hue, fontPx * 0.4),
    words(centre.x, centre.y + size * (isReached ? 0.18 : 0.36), number, numberLook),
    ...(isReached ? [stroke(tick, PAPER, fontPx * 0.2)] : []),
    ...panel(label, PAPER, EDGE, 1),
    ...label.lines.map((line, i) =>
      words(label.x + label.width / 2, label.y + fontPx * (1.35 + i * 1.35), line, {
        size: fontPx,
        anchor: 'middle',
        bold: i === 0,
        fill: i === 0 ? INK : INK_2,
      }),
    ),
  ]
}

/** A card: its edge in the colour of its state, dashed while it has not started. */
function cardShapes(card: JourneyCard, fontPx: number): Shape[] {
  const colour = TONE_COLOURS[STATE_TONES[card.state]]
  const isAhead = card.state === 'idea' || card.state === 'planned'
  const middle = card.y + card.height / 2
  const first = middle - ((card.lines.length - 1) * fontPx * 1.25) / 2 + fontPx * 0.36
  const left = card.x + fontPx * 0.95
  return [
    ...panel(card, PAPER, colour, card.state === 'blocked' ? 2 : 1.2, isAhead ? '4 3' : null),
    area(boxPath({ ...card, width: fontPx * 0.32 }), colour),
    ...card.lines.map((line, i) =>
      words(left, first + i * fontPx * 1.25, line, { size: fontPx, anchor: 'start', fill: INK }),
    ),
    ...(card.initials === ''
      ? []
      : [
          words(card.x + card.width - fontPx * 0.6, middle + fontPx * 0.3, card.initials, {
            size: fontPx * 0.85,
            anchor: 'end',
            fill: INK_2,
            bold: true,
          }),
        ]),
  ]
}

function carShapes(
  at: { readonly x: number; readonly y: number },
  fontPx: number,
  hue: string,
): Shape[] {
  const w = fontPx * 1.5
  const body = { x: at.x - w / 2, y: at.y - w * 0.28, width: w, height: w * 0.56 }
  return [...panel(body, hue, PAPER, fontPx * 0.16)]
}

function panel(
  box: Box,
  fill: string,
  edge: string,
  width: number,
  dash: string | null = null,
): Shape[] {
  return [{ type: 'path', d: boxPath(box), stroke: edge, width: tenth(width), dash, fill }]
}

function boxPath({ x, y, width, height }: Box): string {
  return `M${String(tenth(x))} ${String(tenth(y))}h${String(tenth(width))}v${String(tenth(height))}h${String(tenth(-width))}z`
}
