import { ClipboardPaste, Flag, Warehouse } from 'lucide-react'
import { openCycles, openDialog, useUi } from '#store/ui-store.ts'
import styles from './empty-map.module.css'

type EmptyMapProps = {
  readonly canEdit: boolean
  readonly onObjective: () => void
  readonly onInitiative: () => void
}

/** Through the three places, in the middle of each third. */
const ROAD =
  'M0,90C50,90 50,50 100,50C200,50 200,90 300,90C400,90 400,50 500,50C550,50 550,90 600,90'

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
        <svg
          viewBox="0 0 600 140"
          preserveAspectRatio="none"
          className={styles['road']}
          aria-hidden
        >
          <path d={ROAD} />
        </svg>
        <button
          type="button"
          className={styles['place']}
          disabled={!canEdit}
          onClick={onInitiative}
        >
          <span className={styles['disc']}>
            <Warehouse size={22} aria-hidden />
          </span>
          <b>Park an initiative</b>
          <small>Work that you know of, in the Garage below</small>
        </button>
        <button
          type="button"
          className={styles['place']}
          disabled={!canEdit}
          onClick={() => {
            openDialog({ type: 'import', source: null })
          }}
        >
          <span className={styles['disc']}>
            <ClipboardPaste size={22} aria-hidden />
          </span>
          <b>Paste your OKRs</b>
          <small>Text, a table or a file becomes the route</small>
        </button>
        <button type="button" className={styles['place']} disabled={!canEdit} onClick={onObjective}>
          <span className={styles['disc']}>
            <Flag size={22} aria-hidden />
          </span>
          <b>Write an objective</b>
          <small>The flag at the end of the road</small>
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
      <button type="button" className={styles['button']} onClick={openCycles}>
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
