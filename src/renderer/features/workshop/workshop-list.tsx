import { ArrowLeft, Play } from 'lucide-react'
import { useMemo, useState } from 'react'
import { formatSpanSeenFrom } from '#domain/calendar/day-format.ts'
import { currentCycle } from '#domain/cycle/cycle-clock.ts'
import type { Id } from '#domain/plan/field.ts'
import { inQuotes } from '#domain/plan/title-quote.ts'
import { minutesOf, WORKSHOP_TEMPLATES } from '#domain/workshop/workshop-template.ts'
import type { Workshop } from '#domain/workshop/workshop.ts'
import { runAll, usePlan } from '#store/plan-store.ts'
import { openCycles, showScreen, toast, useUi } from '#store/ui-store.ts'
import { newId } from '#lib/ids.ts'
import { Button } from '#ui/button.tsx'
import { SelectField, TextField } from '#ui/field.tsx'
import { finishedWords } from './finished-words.ts'
import { useKeptText } from './kept-text.ts'
import { act, openRoom } from './room-store.ts'
import styles from './list.module.css'

const STATE_WORDS: Readonly<Record<Exclude<Workshop['state'], 'finished'>, string>> = {
  draft: 'Not started',
  running: 'Running',
  paused: 'Paused',
}

function Row({ workshop }: { readonly workshop: Workshop }) {
  const canEdit = usePlan((state) => state.phase === 'ready')
  const at = workshop.steps.findIndex(({ id }) => id === workshop.currentStepId)
  const step = workshop.steps[at]
  return (
    <li className={styles['row']}>
      <button
        type="button"
        className={styles['open']}
        onClick={() => {
          openRoom(workshop.id)
        }}
      >
        <span className={styles['name']} dir="auto">
          {workshop.name}
        </span>
        <span className={styles['state']} data-state={workshop.state}>
          {workshop.state === 'finished' ? finishedWords(workshop) : STATE_WORDS[workshop.state]}
          {step && workshop.state !== 'finished'
            ? ` · step ${String(at + 1)} of ${String(workshop.steps.length)}: ${step.title}`
            : ''}
        </span>
      </button>
      {workshop.state === 'finished' && canEdit && (
        <Button onClick={() => act('workshop.reopen', { id: workshop.id })}>Reopen</Button>
      )}
      {canEdit && (
        <Button
          variant="danger"
          aria-label={`Delete ${workshop.name}`}
          onClick={() => {
            if (act('workshop.delete', { id: workshop.id }))
              toast(
                `${inQuotes(workshop.name, 80)} is deleted with its cards. Undo brings it back.`,
              )
          }}
        >
          Delete
        </Button>
      )}
    </li>
  )
}

/** All workshops of the plan, and the way to a new one. */
export function WorkshopList() {
  const plan = usePlan((state) => state.plan)
  const today = usePlan((state) => state.today)
  const canEdit = usePlan((state) => state.phase === 'ready')
  const shownCycle = useUi((state) => state.cycleId)
  const [name, setName] = useKeptText(`${plan?.meta.id ?? ''} workshop name`)
  const [chosenCycle, setChosenCycle] = useState<Id | null>(null)
  const workshops = useMemo(() => {
    const rank = { running: 0, paused: 1, draft: 2, finished: 3 }
    return [...(plan?.workshop.values() ?? [])].sort(
      (a, b) => rank[a.state] - rank[b.state] || (a.name < b.name ? -1 : 1),
    )
  }, [plan?.workshop])
  if (!plan) return null
  const cycleId = chosenCycle ?? shownCycle ?? currentCycle(plan, today)?.id ?? null
  const cycleName = plan.cycle.get(cycleId ?? '')?.name ?? ''

  const begin = (template: (typeof WORKSHOP_TEMPLATES)[number]) => {
    const id = newId()
    const fallback = [cycleName, template.name.toLowerCase()].filter(Boolean).join(' ')
    const result = runAll(
      [
        {
          id: 'workshop.add',
          input: {
            id,
            name: name.trim() === '' ? fallback : name.trim(),
            template: template.id,
            cycleId,
            presentIds: [...plan.person.keys()].slice(0, 50),
          },
        },
      ],
      `Add the workshop "${template.name}"`,
    )
    if (result.ok) {
      setName('')
      openRoom(id)
    } else toast(result.message, { tone: 'bad' })
  }

  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <Button
          onClick={() => {
            showScreen('route')
          }}
        >
          <ArrowLeft size={20} aria-hidden /> Back to the route
        </Button>
        <h1 className={styles['title']}>Workshops</h1>
      </header>
      {workshops.length > 0 && (
        <ul className={styles['rows']} aria-label="Workshops of this plan">
          {workshops.map((workshop) => (
            <Row key={workshop.id} workshop={workshop} />
          ))}
        </ul>
      )}
      {canEdit && (
        <section aria-label="New workshop" className={styles['fresh']}>
          <h2 className={styles['subtitle']}>Begin a new one</h2>
          <div className={styles['fields']}>
            <TextField
              label="Name"
              value={name}
              onChange={setName}
              placeholder={`${cycleName} planning`.trim()}
              maxLength={500}
            />
            {plan.cycle.size === 0 ? (
              <Button onClick={openCycles}>Add a cycle</Button>
            ) : (
              <SelectField
                label="Cycle"
                value={cycleId ?? ''}
                onChange={setChosenCycle}
                options={[...plan.cycle.values()].map(({ id, name, startOn, endOn }) => ({
                  value: id,
                  label: `${name} · ${formatSpanSeenFrom(today, startOn, endOn)}`,
                }))}
              />
            )}
          </div>
          <ul className={styles['templates']}>
            {WORKSHOP_TEMPLATES.map((template) => (
              <li key={template.id}>
                <button
                  type="button"
                  className={styles['template']}
                  onClick={() => {
                    begin(template)
                  }}
                >
                  <span className={styles['name']}>
                    <Play size={18} aria-hidden /> {template.name}
                  </span>
                  <span className={styles['about']}>{template.about}</span>
                  <span className={styles['about']}>
                    {minutesOf(template.steps)} minutes · {template.steps.length}{' '}
                    {template.steps.length === 1 ? 'step' : 'steps'}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
