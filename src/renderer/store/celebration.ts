import { create } from 'zustand'
import { announce, toast } from './ui-store.ts'

/** The win whose postcard is on screen; null most of the time. */
export const useCelebration = create<{
  readonly win: { readonly text: string; readonly id: number } | null
}>()(() => ({ win: null }))

let next = 1

/** One small moment for a win, once; whoever wants no motion gets the plain word that it was kept. */
export function celebrate(text: string): void {
  if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) {
    toast('Kept the win', { tone: 'good' })
    return
  }
  useCelebration.setState({ win: { text, id: next++ } })
  announce(`A win: ${text}`)
}

/** Puts the postcard away. */
export function endCelebration(): void {
  useCelebration.setState({ win: null })
}
