import { Plus } from 'lucide-react'
import { useCallback, useEffect, useMemo, useRef, useState, type CSSProperties } from 'react'
import { currentCycle } from '#domain/cycle/cycle-clock.ts'
import type { Cycle } from '#domain/cycle/cycle.ts'
import type { Ref } from '#domain/plan/field.ts'
import { listAt, type PlanIndex } from '#domain/plan/plan-index.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { placeAt } from '#domain/route/hit-test.ts'
import { ROUTE } from '#domain/route/route-measures.ts'
import { usePlan } from '#store/plan-store.ts'
import { NO_FILTER, select, setFilter, setZoom, toggleSelected, useUi } from '#store/ui-store.ts'
import { DragSurface } from '#ui/drag/drag-surface.tsx'
import { pointOf } from '#ui/drag/screen-point.ts'
import { ContextMenu, type MenuEntry } from '#ui/menu.tsx'
import { startAdding, stopAdding, useAdding } from './adding.ts'
import { AddingField, addObjective, addToGarage } from './adding-field.tsx'
import { EmptyMap, NoCycle, NothingFound } from './empty-map.tsx'
import { Garage } from './garage.tsx'
import { HandHint } from './hand-hint.tsx'
import { HandLayer } from './hand-layer.tsx'
import { itemMenu } from './item-menu.ts'
import { laneViews } from './lane-views.ts'
import { useLanesInSteps } from './lanes-in-steps.ts'
import { measureFrame } from './map-frame.ts'
import { useMapWindow } from './map-window.ts'
import { QuickField } from './quick-field.tsx'
import { isFiltering } from './route-filter.ts'
import { followFocus, useRoving, useRovingFocus } from './roving.ts'
import { refUnder, useRouteHand } from './route-hand.ts'
import { firstItem } from './route-items.ts'
import { handleRouteKey } from './route-keys.ts'
import { RouteMap } from './route-map.tsx'
import { useRouteModel } from './route-model.ts'
import { useRouteJumps } from './route-jumps.ts'
import { RouteToolbar } from './route-toolbar.tsx'
import { showToday } from './show-today.ts'
import { useZoomAnchor } from './zoom-anchor.ts'
import styles from './route-screen.module.css'

/** The route view of the cycle on screen. */
export function RouteScreen() {
  const plan = usePlan((state) => state.plan)
  const index = usePlan((state) => state.index)
  const today = usePlan((state) => state.today)
  const cycleId = useUi((state) => state.cycleId)
  if (!plan || !index) return null
  const cycle = plan.cycle.get(cycleId ?? '') ?? currentCycle(plan, today)
  return cycle ? (
    <RouteOfCycle key={`${plan.meta.id} ${cycle.id}`} plan={plan} index={index} cycle={cycle} />
  ) : (
    <div className={styles['screen']}>
      <NoCycle />
    </div>
  )
}

type RouteOfCycleProps = {
  readonly plan: Plan
  readonly index: PlanIndex
  readonly cycle: Cycle
}

function RouteOfCycle({ plan, index, cycle }: RouteOfCycleProps) {
  const today = usePlan((state) => state.today)
  const canEdit = usePlan((state) => state.phase === 'ready') && cycle.state !== 'closed'
  const screen = useRef<HTMLDivElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const shown = useMapWindow(scroller)
  const objectives = listAt(index.objectivesByCycle, cycle.id)
  const soon = useLanesInSteps(objectives, index)
  // Sorted or filtered by its figures, every lane may be the first one.
  const needsAll = useUi(({ sort, filter }) => sort !== 'order' || isFiltering(filter))
  const count = needsAll ? Infinity : soon
  const views = useMemo(
    () => laneViews({ plan, index, today }, cycle, count),
    [plan, index, today, cycle, count],
  )
  const model = useRouteModel(cycle, { plan, index }, views, today, shown.width)
  const hand = useRouteHand(screen, scroller, model, canEdit)
  const active = useRoving((state) => state.activeId)
  const activeId = active ?? firstItem(model)?.id ?? null
  const [menu, setMenu] = useState<readonly MenuEntry[]>([])
  useRovingFocus(screen)
  useRouteJumps(scroller, model)
  useZoomAnchor(scroller, model, shown.width)

  const fit = useCallback(() => {
    setZoom('cycle')
    scroller.current?.scrollTo({ left: 0, top: 0 })
  }, [])
  const latest = useRef(model)
  useEffect(() => {
    latest.current = model
  })
  const toToday = useCallback(() => {
    if (scroller.current) showToday(scroller.current, latest.current)
  }, [])
  const refsOf = (ref: Ref): readonly Ref[] => {
    const chosen = useUi.getState().selection.filter(({ kind }) => kind === ref.kind)
    return ref.kind === 'initiative' && chosen.some(({ id }) => id === ref.id) ? chosen : [ref]
  }
  const placeUnder = (event: { readonly clientX: number; readonly clientY: number }) => {
    if (!scroller.current) return null
    const at = pointOf(event)
    const { x, y } = measureFrame(scroller.current, null).toMap(at.x, at.y)
    return x < 0 ? null : placeAt(model.layout, model.scale, x, y)
  }

  return (
    <div
      ref={screen}
      className={styles['screen']}
      style={{ '--column': `${String(ROUTE.column)}px` } as CSSProperties}
      onKeyDown={(event) => {
        const { nativeEvent } = event
        const took = hand.key(nativeEvent) || handleRouteKey(nativeEvent, model, canEdit, hand)
        if (!took) return
        event.preventDefault()
        event.stopPropagation()
      }}
      onFocus={({ nativeEvent }) => {
        const under = refUnder(nativeEvent)
        if (under) followFocus(under.ref.id)
      }}
    >
      <RouteToolbar
        shownCount={model.isWhole ? model.lanes.length : objectives.length}
        count={objectives.length}
        onFit={fit}
        onToday={toToday}
      />
      <HandHint />
      <ContextMenu entries={() => menu}>
        <DragSurface
          className={styles['surface']}
          canBegin={hand.canBegin}
          begin={hand.begin}
          onClick={({ nativeEvent }) => {
            const under = refUnder(nativeEvent)
            const isMore = nativeEvent.shiftKey || nativeEvent.ctrlKey || nativeEvent.metaKey
            if (!under) {
              const isMap = (nativeEvent.target as Element).closest('[data-map]') !== null
              if (isMap && !isMore) select()
            } else if (isMore) toggleSelected(under.ref)
            else select(under.ref)
          }}
          onDoubleClick={({ nativeEvent }) => {
            if (refUnder(nativeEvent)) {
              useUi.setState({ inspectorOpen: true })
              return
            }
            const isMap = (nativeEvent.target as Element).closest('[data-map]') !== null
            const place = isMap && canEdit ? placeUnder(nativeEvent) : null
            if (!place) return
            const { objectiveId, keyResultId, day, zone } = place
            startAdding(
              zone === 'road' || keyResultId === null
                ? { type: 'keyResult', objectiveId, dueOn: day }
                : { type: 'initiative', objectiveId, keyResultId, startOn: day },
            )
          }}
          onContextMenu={(event) => {
            const under = refUnder(event.nativeEvent)
            if (under) {
              if (!refsOf(under.ref).some(({ id }) => id === under.ref.id)) select(under.ref)
              setMenu(itemMenu(under.ref, refsOf(under.ref), canEdit, hand.pickUpByClick))
              return
            }
            // Without a thing there is nothing to offer: no empty menu, and none of the browser's.
            event.preventDefault()
          }}
        >
          <div className={styles['scroller']} ref={scroller} data-map="" data-scroller="">
            {shown.width > 0 && (
              <RouteMap
                model={model}
                shown={shown}
                activeId={activeId}
                canEdit={canEdit}
                contentRef={content}
                corner="Destinations"
                overlay={
                  <>
                    <AddingField model={model} />
                    <HandLayer onReady={hand.onPainter} />
                  </>
                }
                foot={
                  <MapFoot
                    cycle={cycle}
                    canEdit={canEdit}
                    count={model.allLanes.length}
                    shownCount={model.lanes.length}
                  />
                }
              />
            )}
          </div>
          <Garage
            initiatives={model.garage}
            people={plan.person}
            activeId={activeId}
            canEdit={canEdit}
            onAdd={(title) => {
              addToGarage(cycle.id, title)
            }}
          />
        </DragSurface>
      </ContextMenu>
    </div>
  )
}

function MapFoot({
  cycle,
  canEdit,
  count,
  shownCount,
}: {
  readonly cycle: Cycle
  readonly canEdit: boolean
  readonly count: number
  readonly shownCount: number
}) {
  const isAdding = useAdding((state) => state.adding?.type === 'objective')
  const start = () => {
    startAdding({ type: 'objective' })
  }
  if (count > 0 && shownCount === 0)
    return (
      <NothingFound
        onClear={() => {
          setFilter(NO_FILTER)
        }}
      />
    )
  return (
    <>
      {canEdit && (
        <div className={styles['add']}>
          {isAdding ? (
            <QuickField
              label="New objective: where are we going?"
              onClose={stopAdding}
              onDone={(title) => {
                addObjective(cycle.id, title)
              }}
            />
          ) : (
            count > 0 && (
              <button type="button" className={styles['addButton']} onClick={start}>
                <Plus size={14} aria-hidden /> New objective
              </button>
            )
          )}
        </div>
      )}
      {count === 0 && !isAdding && (
        <EmptyMap
          canEdit={canEdit}
          onObjective={start}
          onInitiative={() => {
            useUi.setState({ garageOpen: true })
            document.querySelector<HTMLElement>('[data-garage-add]')?.click()
          }}
        />
      )}
    </>
  )
}
