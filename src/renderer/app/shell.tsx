import { Suspense, lazy } from 'react'
import { runningWorkshop } from '#domain/workshop/workshop-clock.ts'
import { usePlan } from '#store/plan-store.ts'
import { useUi } from '#store/ui-store.ts'
import { VisuallyHidden } from '#ui/visually-hidden.tsx'
import { BrokenPart } from './broken-part.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { InspectorSlot } from './inspector-slot.tsx'
import { Rail } from './rail.tsx'
import { ReviewTabs } from './review-tabs.tsx'
import { SaveBanner } from './save-banner.tsx'
import { SCREENS } from './screens.tsx'
import { Waiting } from './shell-waiting.tsx'
import { TopBar } from './top-bar.tsx'
import styles from './shell.module.css'

const StepEndElsewhere = lazy(async () => ({
  default: (await import('#features/workshop/step-end.tsx')).StepEndElsewhere,
}))

/** The frame around the screens while a plan is open. */
export function Shell() {
  const wanted = useUi((state) => state.screen)
  const planName = usePlan((state) => state.plan?.meta.name)
  const isInWorkshop = usePlan(({ plan }) => plan !== null && runningWorkshop(plan) !== null)
  const inspectorOpen = useUi((state) => state.inspectorOpen)
  const screen = SCREENS.find(({ id }) => id === wanted) ?? SCREENS[0]
  if (!screen) return null
  return (
    <div className={styles['shell']}>
      {!screen.fullScreen && <TopBar />}
      <SaveBanner />
      <div className={styles['middle']}>
        {!screen.fullScreen && <Rail />}
        <main className={styles['main']} tabIndex={-1} aria-label={screen.label}>
          {screen.id === 'route' && (
            <VisuallyHidden>
              <h1>{planName}</h1>
              <h2>{screen.label}</h2>
            </VisuallyHidden>
          )}
          {(screen.within ?? screen.id) === 'review' && <ReviewTabs />}
          <ErrorBoundary
            resetKey={screen.id}
            fallback={(error, retry) => <BrokenPart error={error} onRetry={retry} />}
          >
            <Suspense fallback={<Waiting />}>
              <screen.View />
            </Suspense>
          </ErrorBoundary>
        </main>
        {screen.withInspector && inspectorOpen && <InspectorSlot />}
      </div>
      {isInWorkshop && screen.id !== 'workshop' && (
        <Suspense fallback={null}>
          <StepEndElsewhere />
        </Suspense>
      )}
    </div>
  )
}
