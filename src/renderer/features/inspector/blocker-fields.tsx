import { formatDay } from '#domain/calendar/day-format.ts'
import { asBlocked, asCleared, BLOCKER_WORDS } from '#domain/initiative/blocker.ts'
import type { Blocker } from '#domain/initiative/blocker.ts'
import type { Initiative } from '#domain/initiative/initiative.ts'
import { usePlan } from '#store/plan-store.ts'
import { Button } from '#ui/button.tsx'
import { EditableText } from '#ui/editable.tsx'
import { SelectField } from '#ui/field.tsx'
import { edit } from './edit.ts'
import { PersonSelect } from './person-select.tsx'
import { Row, Section } from './section.tsx'

const TYPES = Object.entries(BLOCKER_WORDS).map(([value, label]) => ({ value, label }))

/** What is in the way: type, words, owner and the next action. Setting one makes the initiative blocked. */
export function BlockerFields({ initiative }: { readonly initiative: Initiative }) {
  const today = usePlan((state) => state.today)
  const { id, blocker } = initiative
  const update = (next: Partial<Blocker>) =>
    blocker && edit('initiative.update', { id, changes: { blocker: { ...blocker, ...next } } })
  if (!blocker)
    return (
      <Button
        onClick={() =>
          edit('initiative.update', {
            id,
            changes: asBlocked(today),
          })
        }
      >
        Something is in the way…
      </Button>
    )
  return (
    <Section
      title={`Blocked since ${formatDay(blocker.sinceOn)}`}
      action={
        <Button
          size="small"
          onClick={() =>
            edit('initiative.update', {
              id,
              changes: asCleared(initiative),
            })
          }
        >
          Cleared
        </Button>
      }
    >
      <Row label="Type">
        <SelectField
          label="Type of blocker"
          labelHidden
          bare
          value={blocker.type}
          options={TYPES}
          onChange={(type) => {
            update({ type: type as Blocker['type'] })
          }}
        />
      </Row>
      <Row label="What">
        <EditableText
          label="What is in the way"
          labelHidden
          bare
          multiline
          maxLength={20_000}
          placeholder="Night shift could not attend"
          value={blocker.text}
          onCommit={(text) => update({ text })}
        />
      </Row>
      <Row label="Owner">
        <PersonSelect
          label="Owner of the blocker"
          value={blocker.ownerId}
          onChange={(ownerId) => {
            update({ ownerId })
          }}
        />
      </Row>
      <Row label="Next action">
        <EditableText
          label="Next action"
          labelHidden
          bare
          placeholder="Who does what until when"
          maxLength={20_000}
          value={blocker.nextAction}
          onCommit={(nextAction) => update({ nextAction })}
        />
      </Row>
    </Section>
  )
}
