import { useRef } from 'react'
import type { KeyboardEvent, Ref } from 'react'
import { useImperativeHandle } from 'react'
import type { DraftLine } from '#domain/exchange/draft.ts'
import { DraftRow, type LineActions } from './draft-row.tsx'
import { useRows } from '#ui/use-rows.ts'
import styles from './draft-list.module.css'

export type DraftListHandle = { readonly showLine: (lineNumber: number) => void }

/**
 * The lines of a draft; only those in view are mounted. Arrow up and down go to the same column of the
 * neighbouring line.
 */
export function DraftList({
  lines,
  actions,
  ref,
}: {
  readonly lines: readonly DraftLine[]
  readonly actions: LineActions
  readonly ref?: Ref<DraftListHandle>
}) {
  const box = useRef<HTMLDivElement>(null)
  const rows = useRows({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: () => 40,
    overscan: 8,
    getItemKey: (at) => lines[at]?.id ?? at,
  })
  const focusCell = (at: number, column: string, tries = 10) => {
    const row = box.current?.querySelector(`[data-index="${String(at)}"]`)
    const cell =
      row?.querySelector<HTMLElement>(`[data-column="${column}"]`) ??
      row?.querySelector<HTMLElement>('[data-column="title"]')
    if (cell) cell.focus()
    else if (tries > 0)
      requestAnimationFrame(() => {
        focusCell(at, column, tries - 1)
      })
  }
  useImperativeHandle(ref, () => ({
    showLine: (lineNumber) => {
      const at = lines.findIndex((line) => line.lineNumber >= lineNumber)
      if (at === -1) return
      rows.scrollToIndex(at, { align: 'center' })
      focusCell(at, 'title')
    },
  }))
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    const { target } = event
    const isText = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
    if (!isText) return
    const column = target.dataset['column']
    const from = Number(target.closest<HTMLElement>('[data-index]')?.dataset['index'] ?? Number.NaN)
    const to = from + (event.key === 'ArrowDown' ? 1 : -1)
    if (column === undefined || Number.isNaN(to) || to < 0 || to >= lines.length) return
    event.preventDefault()
    rows.scrollToIndex(to)
    focusCell(to, column)
  }
  return (
    <div ref={box} className={styles['list']} onKeyDown={onKeyDown} role="list" aria-label="Lines">
      <div className={styles['inside']} style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map((item) => {
          const line = lines[item.index]
          return (
            line && (
              <div
                key={item.key}
                ref={rows.measureElement}
                data-index={item.index}
                role="listitem"
                aria-setsize={lines.length}
                aria-posinset={item.index + 1}
                className={styles['place']}
                style={{ transform: `translateY(${String(item.start)}px)` }}
              >
                <DraftRow line={line} actions={actions} />
              </div>
            )
          )
        })}
      </div>
    </div>
  )
}
