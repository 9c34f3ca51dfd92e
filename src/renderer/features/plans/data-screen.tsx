import { useEffect, useState } from 'react'
import type { ChannelOutput } from '#shared/ipc-contract.ts'
import { bridge } from '#bridge/bridge.ts'
import { usePlan } from '#store/plan-store.ts'
import { openDialog, showScreen } from '#store/ui-store.ts'
import { Button } from '#ui/button.tsx'
import { planCounts } from './plan-counts.ts'
import { PlanRows } from './plan-rows.tsx'
import styles from './plans.module.css'

function useAppInfo(): ChannelOutput<'app.info'> | null {
  const [info, setInfo] = useState<ChannelOutput<'app.info'> | null>(null)
  useEffect(() => {
    void bridge().appInfo(undefined).then(setInfo)
  }, [])
  return info
}

/** The plans on this computer, what is in the open one, and where all of it lives. */
export function DataScreen({
  onOpenFile,
  onSaveCopy,
}: {
  readonly onOpenFile: () => void
  readonly onSaveCopy: () => void
}) {
  const plan = usePlan((state) => state.plan)
  const info = useAppInfo()
  return (
    <div className={styles['screen']}>
      <div className={styles['page']}>
        <header className={styles['head']}>
          <h1 className={styles['title']}>Data</h1>
          <div className={styles['actions']}>
            <Button
              onClick={() => {
                openDialog({ type: 'import', source: null })
              }}
            >
              Paste or open OKRs…
            </Button>
            <Button onClick={onOpenFile}>Open a file…</Button>
            <Button
              variant="primary"
              onClick={() => {
                openDialog({ type: 'new-plan' })
              }}
            >
              New plan…
            </Button>
          </div>
        </header>
        {plan && (
          <section className={styles['card']} aria-labelledby="this-plan">
            <h2 id="this-plan" className={styles['cardTitle']} dir="auto">
              {plan.meta.name}
            </h2>
            <dl className={styles['counts']}>
              {planCounts(plan).map(({ kind, label, count }) => (
                <div key={kind} data-count={kind}>
                  <dd>{count}</dd>
                  <dt>{label}</dt>
                </div>
              ))}
            </dl>
            <div className={styles['actions']}>
              <Button onClick={onSaveCopy}>Save a copy as a file…</Button>
              <Button
                onClick={() => {
                  openDialog({ type: 'restore' })
                }}
              >
                Restore…
              </Button>
              <Button
                onClick={() => {
                  showScreen('review')
                }}
              >
                Export a report…
              </Button>
              <Button
                onClick={() => {
                  openDialog({ type: 'settings' })
                }}
              >
                Settings…
              </Button>
            </div>
          </section>
        )}
        <section className={styles['card']} aria-labelledby="all-plans">
          <h2 id="all-plans" className={styles['cardTitle']}>
            Plans on this computer
          </h2>
          <PlanRows
            onOpened={() => {
              showScreen('route')
            }}
          />
        </section>
        <section className={styles['card']} aria-labelledby="where">
          <h2 id="where" className={styles['cardTitle']}>
            Where it lives
          </h2>
          <p className={styles['when']}>
            Every change is written twice: to the database that you work on, and to a journal on
            disk from which the plan can be rebuilt. Nothing leaves this computer unless you save it
            to a file.
          </p>
          {info && <code className={styles['path']}>{info.dataFolder}</code>}
        </section>
      </div>
    </div>
  )
}
