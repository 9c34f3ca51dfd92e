import { useDeferredValue } from 'react'
import { thingAt } from '#domain/plan/plan.ts'
import { usePlan } from '#store/plan-store.ts'
import { useUi } from '#store/ui-store.ts'
import { InitiativePanel } from './initiative-panel.tsx'
import { KeyResultPanel } from './key-result-panel.tsx'
import { ObjectivePanel } from './objective-panel.tsx'
import { PersonPanel } from './person-panel.tsx'
import { SelectionPanel } from './selection-panel.tsx'
import styles from './inspector.module.css'

/** Everything about what is selected; the whole selection when it is more than one thing. */
export function Inspector() {
  // A moment later than the map, which answers the hand first.
  const selection = useDeferredValue(useUi((state) => state.selection))
  const only = selection.length === 1 ? selection[0] : undefined
  const key = selection.map(({ kind, id }) => `${kind} ${id}`).join(' ')
  return (
    // The key gives every thing fresh fields, so that a draft never wanders from one thing to another, and a
    // fresh place to scroll, which begins at its top without asking the page for its layout.
    <div key={key} className={styles['panel']}>
      {selection.length === 0 && <Nothing />}
      {selection.length > 1 && <SelectionPanel refs={selection} />}
      {only && <Selected kind={only.kind} id={only.id} />}
    </div>
  )
}

function Selected({ kind, id }: { readonly kind: string; readonly id: string }) {
  const thing = usePlan((state) => {
    if (!state.plan) return undefined
    if (kind === 'objective' || kind === 'keyResult' || kind === 'initiative' || kind === 'person')
      return thingAt(state.plan, { kind, id })
    return undefined
  })
  if (!thing) return <Nothing gone />
  switch (thing.kind) {
    case 'objective':
      return <ObjectivePanel objective={thing} />
    case 'keyResult':
      return <KeyResultPanel keyResult={thing} />
    case 'initiative':
      return <InitiativePanel initiative={thing} />
    case 'person':
      return <PersonPanel person={thing} />
  }
}

function Nothing({ gone = false }: { readonly gone?: boolean }) {
  const isRefused = usePlan((state) => state.save.state === 'failed')
  const words = isRefused
    ? 'This could not be saved and is not in the plan.'
    : 'This is not in the plan any more. Undo brings it back.'
  return (
    <div className={styles['empty']}>
      <p>{gone ? words : 'Nothing is selected.'}</p>
      <p className={styles['hint']}>
        Click an objective, a checkpoint or an initiative on the road to see and change everything
        about it.
      </p>
    </div>
  )
}
