import { wallOf } from '#domain/workshop/wall.ts'
import type { Card } from '#domain/workshop/workshop.ts'
import { Button } from '#ui/button.tsx'
import { SelectField } from '#ui/field.tsx'
import { Menu } from '#ui/menu.tsx'
import { CardEntry } from './card-entry.tsx'
import { CardList } from './card-list.tsx'
import { DotBar } from './dot-bar.tsx'
import { useKeptText } from './kept-text.ts'
import type { Room } from './room-data.ts'
import { act, useRoom } from './room-store.ts'
import styles from './card-panel.module.css'

const SORTS = [
  ['votes', 'By votes'],
  ['text', 'By the alphabet'],
  ['person', 'By person'],
] as const

const TABS = ['step', 'all', 'parked'] as const
type Tab = (typeof TABS)[number]

/** Why nothing is on the wall, and the way to something where there is one. */
function emptyWords({ step, isFinished }: Room, tab: Tab): string {
  if (tab === 'parked')
    return isFinished
      ? 'Nothing was parked.'
      : 'Nothing is parked. Drag a card onto “Parked”, or press P on it.'
  if (tab === 'step' && (step?.columns.length ?? 0) > 0)
    return 'The cards of this step lie on the boards.'
  return isFinished ? 'No cards were written here.' : 'No cards yet. Type an idea and press Enter.'
}

/** The wall of cards on the right: writing, sorting, the silent round, dots. */
export function CardPanel({ room }: { readonly room: Room }) {
  const { workshop, step, cards, canEdit, present } = room
  const dotsBy = useRoom((state) => state.dotsBy)
  const [kept, setTab] = useKeptText(`${workshop.id} cards shown`)
  const tab = TABS.find((each) => each === kept) ?? 'step'
  const [from, setAuthor] = useKeptText(`${workshop.id} cards from`)
  const author = present.some(({ id }) => id === from) ? from : ''
  const wall = wallOf(workshop, step?.id ?? null)
  const onStep = cards.filter((card) => !card.parked && wall.has(card.stepId))
  const columns = step?.columns ?? []
  // While dots are given nothing is written: the cards have the room.
  const isCounting = dotsBy !== null
  const lists: Readonly<Record<Tab, readonly Card[]>> = {
    // With boards, all cards of the step lie on them.
    step: columns.length > 0 ? [] : onStep,
    all: cards.filter((card) => !card.parked && !wall.has(card.stepId)),
    parked: cards.filter((card) => card.parked),
  }
  const hidden = cards.filter((card) => card.hidden).length
  const tabs: readonly (readonly [Tab, string])[] = [
    ['step', 'This step'],
    ['all', `Others ${String(lists.all.length)}`],
    ['parked', `Parked ${String(lists.parked.length)}`],
  ]
  // What is on the road already steps back behind what still waits.
  const shown = lists[tab].toSorted((a, b) => Number(a.became !== null) - Number(b.became !== null))
  return (
    <aside className={styles['cards']} aria-label="Cards">
      <div className={styles['cardsHead']}>
        <h2 className={styles['cardsTitle']}>Ideas</h2>
        <button
          type="button"
          className={styles['votesEach']}
          disabled={!canEdit}
          title="Change how many dots each person has"
          onClick={() => {
            const votesPerPerson = workshop.votesPerPerson >= 5 ? 1 : workshop.votesPerPerson + 1
            act('workshop.update', { id: workshop.id, changes: { votesPerPerson } })
          }}
        >
          {workshop.votesPerPerson} votes each
        </button>
      </div>
      <div className={styles['tabs']} role="group" aria-label="Which cards">
        {tabs.map(([value, label]) => (
          <button
            key={value}
            type="button"
            className={styles['tab']}
            aria-pressed={tab === value}
            {...(value === 'parked' ? { 'data-drop': 'parking' } : {})}
            data-own-cards={value === 'step' || undefined}
            onClick={() => {
              setTab(value)
            }}
          >
            {label}
          </button>
        ))}
      </div>
      {isCounting && <DotBar room={room} by={dotsBy} />}
      {shown.length > 0 ? (
        <CardList
          room={room}
          cards={shown}
          label={tab === 'parked' ? 'Parking lot' : 'Cards of this step'}
          {...(tab === 'step' ? { drop: 'column ' } : tab === 'parked' ? { drop: 'parking' } : {})}
        />
      ) : (
        <p className={styles['empty']}>{emptyWords(room, tab)}</p>
      )}
      {canEdit && (
        <div className={styles['foot']}>
          {columns.length === 0 && tab === 'step' && !isCounting && (
            <CardEntry
              room={room}
              stepId={step?.id ?? null}
              personId={author === '' ? null : author}
            />
          )}
          <div className={styles['buttons']}>
            {!isCounting && (
              <SelectField
                label="From"
                labelHidden
                value={author}
                onChange={setAuthor}
                options={[
                  { value: '', label: 'From nobody' },
                  ...present.map((person) => ({ value: person.id, label: person.name })),
                ]}
              />
            )}
            <Menu
              entries={SORTS.map(([by, label]) => ({
                id: by,
                label,
                run: () =>
                  act('card.sort', { workshopId: workshop.id, stepId: step?.id ?? null, by }),
              }))}
            >
              <Button>Sort</Button>
            </Menu>
            {hidden > 0 || workshop.silent ? (
              <Button
                variant="primary"
                onClick={() => act('card.reveal', { workshopId: workshop.id })}
              >
                {hidden === 0 ? 'End the silence' : `Reveal ${String(hidden)}`}
              </Button>
            ) : (
              !isCounting && (
                <Button
                  onClick={() =>
                    act('workshop.update', { id: workshop.id, changes: { silent: true } })
                  }
                >
                  Silent round
                </Button>
              )
            )}
            <Button
              aria-pressed={isCounting && dotsBy !== 'room'}
              onClick={() => {
                useRoom.setState({ dotsBy: isCounting ? null : (present[0]?.id ?? 'room') })
              }}
            >
              Dots
            </Button>
            <Button
              aria-pressed={dotsBy === 'room'}
              onClick={() => {
                useRoom.setState({ dotsBy: dotsBy === 'room' ? null : 'room' })
              }}
            >
              Hands
            </Button>
          </div>
        </div>
      )}
    </aside>
  )
}
