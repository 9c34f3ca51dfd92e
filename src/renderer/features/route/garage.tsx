import { ChevronDown, ChevronUp, GripVertical, Plus } from 'lucide-react'
import { memo, useState } from 'react'
import { formatSpan } from '#domain/calendar/day-format.ts'
import type { Initiative } from '#domain/initiative/initiative.ts'
import type { Person } from '#domain/people/person.ts'
import type { Id } from '#domain/plan/field.ts'
import { useUi } from '#store/ui-store.ts'
import { Avatar } from '#ui/avatar.tsx'
import { classNames } from '#ui/class-names.ts'
import { QuickField } from './quick-field.tsx'
import styles from './garage.module.css'

type GarageProps = {
  readonly initiatives: readonly Initiative[]
  readonly people: ReadonlyMap<Id, Person>
  readonly activeId: Id | null
  readonly canEdit: boolean
  readonly onAdd: (title: string) => void
}

/** Cards beyond this number are drawn when the strip is scrolled that far. */
const FIRST_CARDS = 60

/** Initiatives that serve no key result yet, and the way in for new ones. */
export const Garage = memo(function Garage({
  initiatives,
  people,
  activeId,
  canEdit,
  onAdd,
}: GarageProps) {
  const isOpen = useUi((state) => state.garageOpen)
  const [isAdding, setAdding] = useState(false)
  const [drawn, setDrawn] = useState(FIRST_CARDS)
  // What was just added stands at the end, before the field, however many cards are not drawn.
  const [added, setAdded] = useState(0)
  const count = initiatives.length
  const shown = initiatives.filter((_, at) => at < drawn || at >= count - added)
  const words =
    count === 0
      ? 'Nothing waits here. New ideas start in the Garage until they serve a key result.'
      : `${String(count)} ${count === 1 ? 'initiative' : 'initiatives'} not tied to a key result. Drag one onto a leg to put it on the road.`
  return (
    <section className={styles['garage']} aria-label="Garage" data-garage="">
      <header className={styles['top']}>
        <button
          type="button"
          className={styles['toggle']}
          aria-expanded={isOpen}
          onClick={() => {
            useUi.setState({ garageOpen: !isOpen })
          }}
        >
          {isOpen ? <ChevronDown size={14} aria-hidden /> : <ChevronUp size={14} aria-hidden />}
          Garage
        </button>
        <p className={styles['about']}>{words}</p>
      </header>
      {isOpen && (
        <div
          className={styles['cards']}
          onScroll={(event) => {
            const { scrollLeft, clientWidth, scrollWidth } = event.currentTarget
            if (drawn < count && scrollLeft + clientWidth > scrollWidth - 600)
              setDrawn(drawn + FIRST_CARDS)
          }}
        >
          {shown.map((initiative) => (
            <GarageCard
              key={initiative.id}
              initiative={initiative}
              owner={people.get(initiative.ownerId ?? '') ?? null}
              isActive={initiative.id === activeId}
            />
          ))}
          {canEdit &&
            (isAdding ? (
              <div className={styles['field']}>
                <QuickField
                  label="New initiative for the Garage"
                  onDone={(title) => {
                    setAdded(added + 1)
                    onAdd(title)
                  }}
                  onClose={() => {
                    setAdding(false)
                  }}
                  staysOpen
                />
              </div>
            ) : (
              <button
                type="button"
                className={styles['add']}
                data-garage-add=""
                onClick={() => {
                  setAdding(true)
                }}
              >
                <Plus size={14} aria-hidden /> New initiative
              </button>
            ))}
        </div>
      )}
    </section>
  )
})

const GarageCard = memo(function GarageCard({
  initiative,
  owner,
  isActive,
}: {
  readonly initiative: Initiative
  readonly owner: Person | null
  readonly isActive: boolean
}) {
  const { id, title, startOn, dueOn, state } = initiative
  const isSelected = useUi((ui) => ui.selection.some((ref) => ref.id === id))
  const dates = startOn !== null && dueOn !== null ? formatSpan(startOn, dueOn) : ''
  return (
    <div
      className={classNames(
        styles['card'],
        isSelected && styles['selected'],
        state === 'dropped' && styles['dropped'],
      )}
      role="button"
      tabIndex={isActive ? 0 : -1}
      data-kind="initiative"
      data-id={id}
      aria-pressed={isSelected}
      aria-roledescription="initiative"
      aria-label={[title, dates, owner?.name ?? 'no owner', 'in the Garage']
        .filter(Boolean)
        .join(', ')}
      title={title}
    >
      <GripVertical className={styles['grip']} size={14} aria-hidden />
      <span className={styles['words']}>
        <span className={styles['title']} dir="auto">
          {title}
        </span>
        {dates !== '' && <span className={styles['dates']}>{dates}</span>}
      </span>
      {owner && <Avatar person={owner} size={22} />}
    </div>
  )
})
