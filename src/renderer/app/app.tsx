import { useEffect } from 'react'
import { DetourPrompt } from '#features/detours/detour-prompt.tsx'
import { FirstRun } from '#features/first-run/first-run.tsx'
import { Postcard } from '#features/journal/postcard.tsx'
import { useUi, dismissToast } from '#store/ui-store.ts'
import { usePlan } from '#store/plan-store.ts'
import { watchReminders } from '#store/reminder.ts'
import { whyLines } from '#store/why.ts'
import { Toasts } from '#ui/toasts.tsx'
import { TodayProvider } from '#ui/today.ts'
import { TooltipProvider } from '#ui/tooltip.tsx'
import { WhyTips } from '#ui/why-tips.tsx'
import { Dialogs } from './dialogs.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { FailedScreen } from './failed-screen.tsx'
import { listenToKeys } from './keyboard.ts'
import { LiveRegion } from './live-region.tsx'
import { Logo } from './logo.tsx'
import { followNativeMenu } from './native-menu.ts'
import { trySample } from './sample.ts'
import { Shell } from './shell.tsx'
import { StartingScreen } from './starting-screen.tsx'

function Phase() {
  const phase = usePlan((state) => state.phase)
  const hasPlan = usePlan((state) => state.plan !== null)
  const reason = usePlan((state) => state.readOnlyReason)
  if (hasPlan) return <Shell />
  switch (phase) {
    case 'starting':
      return <StartingScreen />
    case 'no-plan':
    case 'ready':
      return <FirstRun logo={<Logo />} onSample={trySample} />
    case 'read-only':
    case 'failed':
      return <FailedScreen what={reason ?? 'The plan could not be opened.'} />
  }
}

function Messages() {
  const toasts = useUi((state) => state.toasts)
  return <Toasts items={toasts} onDismiss={dismissToast} />
}

function useWindowTitle(): void {
  const name = usePlan((state) => state.plan?.meta.name ?? null)
  useEffect(() => {
    document.title = name === null ? 'Roadbook' : `${name} – Roadbook`
  }, [name])
}

export function App() {
  useWindowTitle()
  const today = usePlan((state) => state.today)
  useEffect(() => {
    const stops = [listenToKeys(), followNativeMenu(), watchReminders()]
    return () => {
      for (const stop of stops) stop()
    }
  }, [])
  return (
    <ErrorBoundary
      fallback={(error) => (
        <FailedScreen what={error.message} hasPlan={usePlan.getState().plan !== null} />
      )}
    >
      <TooltipProvider>
        <TodayProvider value={today}>
          <Phase />
          <Dialogs />
          <Postcard />
          <DetourPrompt />
          {/* After the question for a detour, above which they stand. */}
          <Messages />
          <LiveRegion />
          <WhyTips linesOf={whyLines} />
        </TodayProvider>
      </TooltipProvider>
    </ErrorBoundary>
  )
}
