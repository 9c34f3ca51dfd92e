import {
  ArrowUpDown,
  CalendarCheck,
  Filter,
  Maximize2,
  Rows2,
  Rows3,
  Search,
  X,
} from 'lucide-react'
import { memo } from 'react'
import type { Status } from '#domain/key-result/key-result.ts'
import { usePlan } from '#store/plan-store.ts'
import {
  collapseAll,
  NO_FILTER,
  setFilter,
  setSort,
  setZoom,
  useUi,
  type RouteSort,
  type Zoom,
} from '#store/ui-store.ts'
import { statusWord } from '#ui/badge.tsx'
import { Button, IconButton } from '#ui/button.tsx'
import { Menu, type MenuEntry } from '#ui/menu.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { isFiltering } from './route-filter.ts'
import styles from './route-toolbar.module.css'

const ZOOMS: readonly { readonly value: Zoom; readonly label: string }[] = [
  { value: 'cycle', label: 'Cycle' },
  { value: 'month', label: 'Month' },
  { value: 'week', label: 'Week' },
]
const SORTS: readonly (readonly [RouteSort, string])[] = [
  ['order', 'Own order'],
  ['status', 'Status, weakest first'],
  ['progress', 'Progress, least first'],
  ['owner', 'Owner'],
  ['title', 'Title'],
]
const STATUSES: readonly Status[] = [
  'on-pace',
  'slipping',
  'behind',
  'outdated',
  'not-started',
  'done',
]

type RouteToolbarProps = {
  readonly shownCount: number
  readonly count: number
  readonly onFit: () => void
  readonly onToday: () => void
}

/** The tools of the route view: how much of the time, which objectives, in which order. */
export const RouteToolbar = memo(function RouteToolbar({
  shownCount,
  count,
  onFit,
  onToday,
}: RouteToolbarProps) {
  const zoom = useUi((state) => state.zoom)
  const sort = useUi((state) => state.sort)
  const filter = useUi((state) => state.filter)
  const collapsedAll = useUi((state) => state.collapsedAll)
  const filterEntries = useFilterEntries()
  const isNarrowed = isFiltering(filter)
  const chosen = filter.ownerIds.length + filter.themeIds.length + filter.statuses.length
  return (
    <div className={styles['toolbar']} role="toolbar" aria-label="Route view">
      <Segmented label="Zoom" value={zoom} segments={ZOOMS} onChange={setZoom} />
      <IconButton
        label="Fit the cycle"
        shortcut="F"
        size="small"
        icon={<Maximize2 size={15} aria-hidden />}
        onClick={onFit}
      />
      <Button size="small" onClick={onToday}>
        <CalendarCheck size={14} aria-hidden /> Today
      </Button>
      <IconButton
        label={collapsedAll ? 'Expand all lanes' : 'Collapse all lanes'}
        shortcut="Shift+C"
        size="small"
        aria-pressed={collapsedAll}
        icon={collapsedAll ? <Rows2 size={15} aria-hidden /> : <Rows3 size={15} aria-hidden />}
        onClick={() => {
          collapseAll(!collapsedAll)
        }}
      />
      <span className={styles['space']} />
      {isNarrowed && (
        <>
          <span className={styles['count']} role="status">
            {shownCount} of {count} objectives
          </span>
          <Button
            variant="link"
            size="small"
            onClick={() => {
              setFilter(NO_FILTER)
            }}
          >
            Show all
          </Button>
        </>
      )}
      <label className={styles['search']}>
        <Search size={14} aria-hidden />
        <input
          type="search"
          placeholder="Find on the map"
          aria-label="Find on the map"
          data-command-target="filter"
          value={filter.text}
          maxLength={200}
          dir="auto"
          autoComplete="off"
          onChange={(event) => {
            setFilter({ text: event.target.value })
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && filter.text !== '') {
              event.stopPropagation()
              setFilter({ text: '' })
            }
          }}
        />
        {filter.text !== '' && (
          <button
            type="button"
            className={styles['clear']}
            aria-label="Clear the search"
            onClick={() => {
              setFilter({ text: '' })
            }}
          >
            <X size={13} aria-hidden />
          </button>
        )}
      </label>
      <Menu entries={filterEntries} align="end">
        <Button size="small">
          <Filter size={14} aria-hidden /> Filter{chosen > 0 ? ` · ${String(chosen)}` : ''}
        </Button>
      </Menu>
      <Menu
        align="end"
        entries={SORTS.map(([value, label]) => ({
          id: value,
          label,
          checked: sort === value,
          run: () => {
            setSort(value)
          },
        }))}
      >
        <Button size="small">
          <ArrowUpDown size={14} aria-hidden /> {sort === 'order' ? 'Sort' : 'Sorted'}
        </Button>
      </Menu>
    </div>
  )
})

function useFilterEntries(): readonly MenuEntry[] {
  const filter = useUi((state) => state.filter)
  const people = usePlan((state) => state.index?.people)
  const themes = usePlan((state) => state.index?.themes)
  const toggled = <T,>(list: readonly T[], value: T): readonly T[] =>
    list.includes(value) ? list.filter((each) => each !== value) : [...list, value]
  const entries: MenuEntry[] = [{ type: 'heading', id: 'status', label: 'Status' }]
  for (const status of STATUSES)
    entries.push({
      id: status,
      label: statusWord(status),
      checked: filter.statuses.includes(status),
      run: () => {
        setFilter({ statuses: toggled(filter.statuses, status) })
      },
    })
  if (people && people.length > 0) entries.push({ type: 'heading', id: 'owner', label: 'Owner' })
  for (const { id, name } of people ?? [])
    entries.push({
      id,
      label: name,
      checked: filter.ownerIds.includes(id),
      run: () => {
        setFilter({ ownerIds: toggled(filter.ownerIds, id) })
      },
    })
  if (themes && themes.length > 0) entries.push({ type: 'heading', id: 'theme', label: 'Theme' })
  for (const { id, name } of themes ?? [])
    entries.push({
      id,
      label: name,
      checked: filter.themeIds.includes(id),
      run: () => {
        setFilter({ themeIds: toggled(filter.themeIds, id) })
      },
    })
  return entries
}
