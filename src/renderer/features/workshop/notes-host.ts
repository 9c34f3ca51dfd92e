import type { Workshop } from '#domain/workshop/workshop.ts'
import { bridge } from '#bridge/bridge.ts'
import { run, usePlan } from '#store/plan-store.ts'
import { toast } from '#store/ui-store.ts'
import type { FromNotes, FromPage, Shown, Talk } from './notes-talk.ts'
import { talkToNotes } from './notes-talk.ts'
import { useRoom } from './room-store.ts'

let line: Talk<FromPage> | null = null

function openWorkshop(): Workshop | null {
  const { openId } = useRoom.getState()
  return openId === null ? null : (usePlan.getState().plan?.workshop.get(openId) ?? null)
}

function shown(): Shown {
  const { phase, save } = usePlan.getState()
  const workshop = openWorkshop()
  return {
    type: 'shown',
    workshop,
    canEdit: phase === 'ready' && save.state !== 'failed' && workshop?.state !== 'finished',
    theme: document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light',
    contrast: useRoom.getState().look.contrast,
  }
}

function perform(asked: Exclude<FromNotes, { type: 'hello' }>): string | null {
  const { workshopId: id } = asked
  // What was asked of another workshop than the one on the screen came too late.
  if (openWorkshop()?.id !== id) return 'This workshop is not on the screen any more.'
  const result = (() => {
    switch (asked.type) {
      case 'next':
        return run('workshop.next', { id })
      case 'back':
        return run('workshop.back', { id })
      case 'pause':
        return run('workshop.pause', { id })
      case 'start':
        return run('workshop.start', { id })
      case 'add-time':
        return run('workshop.addTime', { id, minutes: 2 })
      case 'go-to':
        return run('workshop.goTo', { id, stepId: asked.stepId })
      case 'write':
        return run(
          'workshop.updateStep',
          { id, stepId: asked.stepId, changes: { privateNotes: asked.text } },
          { coalesce: `notes ${asked.stepId}` },
        )
    }
  })()
  return result.ok ? null : result.message
}

/**
 * Listens to the notes window for as long as this page lives, on whatever screen it is. This page stays
 * the only one that writes: the other asks, this one runs the commands and shows what came of them.
 */
export function hostNotes(): void {
  if (line) return
  const opened = talkToNotes((asked) => {
    if (asked.type !== 'hello') {
      const message = perform(asked)
      if (message !== null) opened.say({ type: 'refused', message })
    }
    opened.say(shown())
  })
  line = opened
  const tell = () => {
    opened.say(shown())
  }
  usePlan.subscribe((state, before) => {
    if (
      state.plan?.workshop !== before.plan?.workshop ||
      state.phase !== before.phase ||
      state.save.state !== before.save.state
    )
      tell()
  })
  useRoom.subscribe((state, before) => {
    if (state.openId !== before.openId || state.look !== before.look) tell()
  })
  new MutationObserver(tell).observe(document.documentElement, { attributeFilter: ['data-theme'] })
  window.addEventListener('pagehide', () => {
    opened.say({ type: 'gone' })
  })
  tell()
}

/** Opens the notes and the controls in a window of their own, for the screen that the room does not see. */
export async function openNotes(): Promise<boolean> {
  hostNotes()
  const opened = await bridge().notesOpen(undefined)
  if (!opened.ok) toast(opened.message, { tone: 'bad' })
  return opened.ok
}
