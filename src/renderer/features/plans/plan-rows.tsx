import { Copy, FolderOpen, Pencil, Trash2, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { formatDayWithYear } from '#domain/calendar/day-format.ts'
import { shortTitle } from '#domain/plan/title-quote.ts'
import { localDay, localTime } from '#lib/clock.ts'
import {
  deletePlan,
  duplicatePlan,
  openPlan,
  renamePlan,
  undeletePlan,
  usePlan,
  usePlans,
} from '#store/plan-store.ts'
import type { PlanListing, PlanOutcome } from '#store/plan-store.ts'
import { toast } from '#store/ui-store.ts'
import { Badge } from '#ui/badge.tsx'
import { Button, IconButton } from '#ui/button.tsx'
import { EditableText } from '#ui/editable.tsx'
import { copyName } from './copy-name.ts'
import styles from './plans.module.css'

async function say(work: Promise<PlanOutcome>): Promise<boolean> {
  const outcome = await work
  if (!outcome.ok) toast(outcome.message, { tone: 'bad' })
  return outcome.ok
}

/** "2026-11-22T14:42:46.000Z" on the wall of whoever sits here: "today, 15:42" or "Nov 21, 2026". */
function momentWords(moment: string, today: string): string {
  const day = localDay(moment)
  return day === today ? `today, ${localTime(moment)}` : formatDayWithYear(day)
}

function PlanRow({
  listing,
  onOpened,
}: {
  readonly listing: PlanListing
  readonly onOpened: () => void
}) {
  const { planId, name, openedAt, createdAt } = listing
  const openId = usePlan((state) => state.plan?.meta.id ?? null)
  const today = usePlan((state) => state.today)
  const [renaming, setRenaming] = useState(false)
  const isOpen = planId === openId
  return (
    <li className={styles['row']} data-plan={planId}>
      <div className={styles['what']}>
        {renaming ? (
          <EditableText
            label={`Name of the plan ${name}`}
            labelHidden
            required
            autoFocus
            value={name}
            onLeave={() => {
              setRenaming(false)
            }}
            onCommit={(next) => {
              setRenaming(false)
              void say(renamePlan(planId, next))
            }}
          />
        ) : (
          <span className={styles['name']} dir="auto">
            {name}
          </span>
        )}
        <span className={styles['when']}>
          opened {momentWords(openedAt, today)} · made {momentWords(createdAt, today)}
        </span>
      </div>
      {isOpen ? (
        <Badge tone="good">Open now</Badge>
      ) : (
        <Button
          size="small"
          aria-label={`Open ${shortTitle(name, 80)}`}
          onClick={() => {
            void say(openPlan(planId)).then((ok) => {
              if (ok) onOpened()
            })
          }}
        >
          <FolderOpen size={14} aria-hidden /> Open
        </Button>
      )}
      <IconButton
        size="small"
        label={`Rename ${shortTitle(name, 80)}`}
        hint="Rename"
        icon={<Pencil size={15} />}
        onClick={() => {
          setRenaming(true)
        }}
      />
      <IconButton
        size="small"
        label={`Duplicate ${shortTitle(name, 80)}`}
        hint="Duplicate"
        icon={<Copy size={15} />}
        onClick={() => void say(duplicatePlan(planId, copyName(name)))}
      />
      <IconButton
        size="small"
        label={`Delete ${shortTitle(name, 80)}`}
        hint="Delete"
        icon={<Trash2 size={15} />}
        onClick={() => void say(deletePlan(planId))}
      />
    </li>
  )
}

/** All plans, the one opened last first, and those that can still be brought back. */
export function PlanRows({ onOpened }: { readonly onOpened: () => void }) {
  const plans = usePlans((state) => state.plans)
  const here = plans.filter(({ deletedAt }) => deletedAt === null)
  const deleted = plans.filter(({ deletedAt }) => deletedAt !== null)
  return (
    <>
      <ul className={styles['rows']} aria-label="Plans">
        {here.map((listing) => (
          <PlanRow key={listing.planId} listing={listing} onOpened={onOpened} />
        ))}
      </ul>
      {here.length === 0 && <p className={styles['when']}>There is no plan yet.</p>}
      {deleted.length > 0 && (
        <section className={styles['deleted']}>
          <h3 className={styles['heading']}>Deleted, until Roadbook closes</h3>
          <ul className={styles['rows']} aria-label="Deleted plans">
            {deleted.map(({ planId, name }) => (
              <li key={planId} className={styles['row']}>
                <span className={styles['name']} dir="auto">
                  {name}
                </span>
                <Button size="small" onClick={() => void say(undeletePlan(planId))}>
                  <Undo2 size={14} aria-hidden /> Bring back
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
