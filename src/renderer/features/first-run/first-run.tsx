import { ClipboardPaste, Flag, Map as MapIcon } from 'lucide-react'
import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import type { Id } from '#domain/plan/field.ts'
import { shortTitle } from '#domain/plan/title-quote.ts'
import type { PlanListing } from '#store/plan-list.ts'
import { openPlan, undeletePlan, usePlans } from '#store/plan-store.ts'
import type { PlanOutcome } from '#store/plan-store.ts'
import { openDialog, toast } from '#store/ui-store.ts'
import { FaintRoad } from './faint-road.tsx'
import styles from './first-run.module.css'

function Way({
  icon,
  title,
  children,
  busy = false,
  onClick,
}: {
  readonly icon: ReactNode
  readonly title: string
  readonly children: ReactNode
  readonly busy?: boolean
  readonly onClick: () => void
}) {
  return (
    <li>
      <button type="button" className={styles['way']} disabled={busy} onClick={onClick}>
        <span className={styles['disc']} aria-hidden>
          {icon}
        </span>
        <span className={styles['wayTitle']}>{title}</span>
        <span className={styles['wayWords']}>{children}</span>
      </button>
    </li>
  )
}

function say(outcome: PlanOutcome): void {
  if (!outcome.ok) toast(outcome.message, { tone: 'bad' })
}

function PlanList({
  title,
  plans,
  verb = null,
  onChoose,
}: {
  readonly title: string
  readonly plans: readonly PlanListing[]
  /** What choosing one does, where it does not open it. */
  readonly verb?: string | null
  readonly onChoose: (planId: Id) => void
}) {
  const titleId = useId()
  if (plans.length === 0) return null
  return (
    <section className={styles['others']} aria-labelledby={titleId}>
      <h2 id={titleId} className={styles['othersTitle']}>
        {title}
      </h2>
      <ul className={styles['list']}>
        {plans.slice(0, 6).map(({ planId, name }) => (
          <li key={planId}>
            <button
              type="button"
              className={styles['other']}
              dir="auto"
              onClick={() => {
                onChoose(planId)
              }}
            >
              {verb !== null && `${verb} `}
              {verb === null ? name : <bdi>{shortTitle(name, 40)}</bdi>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Shown while no plan is open: what Roadbook is, and three ways in. */
export function FirstRun({
  logo,
  onSample,
}: {
  readonly logo: ReactNode
  /** Opens the sample plan. */
  readonly onSample: () => Promise<void>
}) {
  const plans = usePlans((state) => state.plans)
  const others = plans.filter(({ deletedAt }) => deletedAt === null)
  const deleted = plans.filter(({ deletedAt }) => deletedAt !== null)
  const [busy, setBusy] = useState(false)
  return (
    <main className={styles['screen']}>
      <FaintRoad />
      <div className={styles['logo']}>{logo}</div>
      <div className={styles['content']}>
        <header className={styles['head']}>
          <h1 className={styles['title']}>Where are we going?</h1>
          <p className={styles['lead']}>
            Roadbook draws your OKRs as a route. The objective is the destination, its key results
            are the checkpoints, its initiatives are what gets you there.
          </p>
        </header>
        <ul className={styles['ways']}>
          <Way
            icon={<MapIcon size={22} />}
            title="Try the sample plan"
            busy={busy}
            onClick={() => {
              setBusy(true)
              void onSample().finally(() => {
                setBusy(false)
              })
            }}
          >
            A support team half-way through its quarter. Drag things about; nothing can break.
          </Way>
          <Way
            icon={<ClipboardPaste size={22} />}
            title="Paste or open your OKRs"
            onClick={() => {
              openDialog({ type: 'import', source: null })
            }}
          >
            Text, an outline, a table or a Roadbook file. You see what becomes of each line first.
          </Way>
          <Way
            icon={<Flag size={22} />}
            title="Start empty"
            onClick={() => {
              openDialog({ type: 'new-plan' })
            }}
          >
            A name, a cycle and a first objective. The rest comes while you plan.
          </Way>
        </ul>
        <PlanList
          title="Your plans"
          plans={others}
          onChoose={(planId) => {
            void openPlan(planId).then(say)
          }}
        />
        <PlanList
          title="Deleted, until Roadbook closes"
          verb="Bring back"
          plans={deleted}
          onChoose={(planId) => {
            void undeletePlan(planId)
              .then((outcome) => (outcome.ok ? openPlan(planId) : outcome))
              .then(say)
          }}
        />
        <p className={styles['foot']}>Everything stays on this computer. No account, no network.</p>
      </div>
    </main>
  )
}
