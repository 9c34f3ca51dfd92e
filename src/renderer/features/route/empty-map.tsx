import { ClipboardPaste, Flag, Warehouse } from 'lucide-react'
import { openDialog, useUi } from '#store/ui-store.ts'
import styles from './empty-map.module.css'

type EmptyMapProps = {
  readonly canEdit: boolean
  readonly onObjective: () => void
  readonly onInitiative: () => void
}

const ROAD = 'M20,150C150,150 170,70 300,70C430,70 450,150 580,150C710,150 730,70 880,70'

/** The map before its first objective: a faint dotted road with three places to click. */
export function EmptyMap({ canEdit, onObjective, onInitiative }: EmptyMapProps) {
  return (
    <div className={styles['empty']}>
      <h2 className={styles['title']}>Where are we going?</h2>
      <p className={styles['about']}>
        An objective is the destination, its key results are the checkpoints on the road, and its
        initiatives get you there.
      </p>
      <div className={styles['picture']}>
        <svg viewBox="0 0 900 200" className={styles['road']} aria-hidden>
          <path d={ROAD} />
        </svg>
        <button
          type="button"
          className={styles['place']}
          disabled={!canEdit}
          onClick={onInitiative}
        >
          <Warehouse size={18} aria-hidden />
          <b>Park an initiative</b>
          <span>Work that you know of, in the Garage below</span>
        </button>
        <button
          type="button"
          className={styles['place']}
          disabled={!canEdit}
          onClick={() => {
            openDialog({ type: 'import', source: null })
          }}
        >
          <ClipboardPaste size={18} aria-hidden />
          <b>Paste your OKRs</b>
          <span>Text, a table or a file becomes the route</span>
        </button>
        <button type="button" className={styles['place']} disabled={!canEdit} onClick={onObjective}>
          <Flag size={18} aria-hidden />
          <b>Write an objective</b>
          <span>The flag at the end of the road</span>
        </button>
      </div>
    </div>
  )
}

/** No cycle to draw. */
export function NoCycle() {
  return (
    <div className={styles['empty']}>
      <h2 className={styles['title']}>This plan has no cycle yet</h2>
      <p className={styles['about']}>
        A cycle is the time that the route covers, for example a quarter.
      </p>
      <button
        type="button"
        className={styles['button']}
        onClick={() => {
          openDialog({ type: 'cycles' })
        }}
      >
        Add a cycle
      </button>
    </div>
  )
}

/** Everything is hidden by the filter. */
export function NothingFound({ onClear }: { readonly onClear: () => void }) {
  const text = useUi((state) => state.filter.text)
  return (
    <div className={styles['empty']}>
      <h2 className={styles['title']}>No objective fits</h2>
      <p className={styles['about']}>
        {text.trim() === ''
          ? 'The filter hides all of them.'
          : 'Nothing on the map has these words.'}
      </p>
      <button type="button" className={styles['button']} onClick={onClear}>
        Show all
      </button>
    </div>
  )
}
