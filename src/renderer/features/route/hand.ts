import { create } from 'zustand'
import type { Id } from '#domain/plan/field.ts'
import type { Plan } from '#domain/plan/plan.ts'
import type { HandPainter } from './hand-layer.tsx'
import type { MapFrame } from './map-frame.ts'
import type { RouteModel } from './route-model.ts'

/** What the hand holds and how; null while it is empty. The hint at the foot of the map follows it. */
export type Held = {
  readonly by: 'pointer' | 'keyboard' | 'click'
  readonly kind: 'initiative' | 'keyResult' | 'objective' | 'end'
  readonly ids: readonly Id[]
}

export const useHand = create<{ readonly held: Held | null }>()(() => ({ held: null }))

/** All that a hold works with; read anew at each pick-up. */
export type HandTools = {
  readonly model: RouteModel
  readonly plan: Plan
  readonly painter: HandPainter
  readonly frame: MapFrame
  readonly screen: HTMLElement
}

/** Marks the screen so that roads light up and cursors fit. */
export function takeHold(tools: HandTools, held: Held): void {
  tools.screen.dataset['hand'] = held.kind
  if (held.by !== 'keyboard') tools.painter.cover(held.kind === 'end' ? 'ew-resize' : 'grabbing')
  useHand.setState({ held })
}

/** Opens the hand and wipes everything that was drawn for it. */
export function letGo({ painter, screen }: Pick<HandTools, 'painter' | 'screen'>): void {
  painter.clear()
  delete screen.dataset['hand']
  showGarageTakes(screen, 0)
  if (useHand.getState().held) useHand.setState({ held: null })
}

/** 0: no; 1: the Garage could take what is held; 2: it would get it now. */
export function showGarageTakes(screen: HTMLElement, takes: 0 | 1 | 2): void {
  const garage = screen.querySelector<HTMLElement>('[data-garage]')
  if (!garage) return
  const text = String(takes)
  if (takes === 0) delete garage.dataset['takes']
  else if (garage.dataset['takes'] !== text) garage.dataset['takes'] = text
}

/** The mounted elements of things, without their labels. */
export function elementsOf(screen: HTMLElement, ids: readonly Id[]): readonly HTMLElement[] {
  return ids.flatMap((id) => {
    const found = screen.querySelector<HTMLElement>(
      `[data-id="${CSS.escape(id)}"]:not([data-label])`,
    )
    return found ? [found] : []
  })
}
