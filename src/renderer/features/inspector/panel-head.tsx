import { Copy, MoreHorizontal, Move, Trash2, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { openDialog, select, useUi } from '#store/ui-store.ts'
import { IconButton } from '#ui/button.tsx'
import { EditableText } from '#ui/editable.tsx'
import { Menu } from '#ui/menu.tsx'
import { CoachHints } from './coach-hints.tsx'
import { edit } from './edit.ts'
import styles from './panel-head.module.css'

type PanelKind = 'objective' | 'keyResult' | 'initiative'

const duplicate = (kind: PanelKind, id: string) => {
  switch (kind) {
    case 'objective':
      return edit('objective.duplicate', { id })
    case 'keyResult':
      return edit('keyResult.duplicate', { id })
    case 'initiative':
      return edit('initiative.duplicate', { id })
  }
}
const drop = (kind: PanelKind, id: string) => {
  switch (kind) {
    case 'objective':
      return edit('objective.drop', { id })
    case 'keyResult':
      return edit('keyResult.drop', { id })
    case 'initiative':
      return edit('initiative.drop', { ids: [id] })
  }
}
const restore = (kind: PanelKind, id: string) => {
  switch (kind) {
    case 'objective':
      return edit('objective.restore', { id })
    case 'keyResult':
      return edit('keyResult.restore', { id })
    case 'initiative':
      return edit('initiative.restore', { ids: [id] })
  }
}
const remove = (kind: PanelKind, id: string) => {
  select()
  switch (kind) {
    case 'objective':
      return edit('objective.delete', { id })
    case 'keyResult':
      return edit('keyResult.delete', { id })
    case 'initiative':
      return edit('initiative.delete', { ids: [id] })
  }
}

/** Kind, title and what can be done with the whole thing; the same for objective, key result and initiative. */
export function PanelHead({
  kind,
  id,
  word,
  title,
  onTitle,
  dropped,
  children,
}: {
  readonly kind: PanelKind
  readonly id: string
  /** The kind as the eye reads it: "Checkpoint · Key result". */
  readonly word: string
  readonly title: string
  readonly onTitle: (title: string) => string | null
  readonly dropped: boolean
  readonly children?: ReactNode
}) {
  return (
    <header className={styles['head']}>
      <div className={styles['headLine']}>
        <span className={styles['kind']}>{word}</span>
        <span className={styles['actions']}>
          <IconButton
            size="small"
            label="Duplicate"
            icon={<Copy size={15} />}
            onClick={() => duplicate(kind, id)}
          />
          <Menu
            align="end"
            entries={[
              ...(kind === 'objective'
                ? []
                : [
                    {
                      id: 'move',
                      label: 'Move to…',
                      icon: <Move size={14} />,
                      run: () => {
                        openDialog({ type: 'move-to', refs: [{ kind, id }] })
                      },
                    },
                  ]),
              dropped
                ? { id: 'restore', label: 'Take up again', run: () => void restore(kind, id) }
                : { id: 'drop', label: 'Drop (kept, greyed)', run: () => void drop(kind, id) },
              { type: 'rule', id: 'rule' },
              {
                id: 'delete',
                label: 'Delete',
                danger: true,
                icon: <Trash2 size={14} />,
                run: () => void remove(kind, id),
              },
            ]}
          >
            <IconButton size="small" label="More actions" icon={<MoreHorizontal size={15} />} />
          </Menu>
          <IconButton
            size="small"
            label="Close the inspector"
            icon={<X size={15} />}
            onClick={() => {
              useUi.setState({ inspectorOpen: false })
            }}
          />
        </span>
      </div>
      <EditableText
        label="Title"
        labelHidden
        bare
        asTitle
        required
        multiline
        value={title}
        onCommit={onTitle}
      />
      <CoachHints kind={kind} id={id} />
      {children}
    </header>
  )
}
