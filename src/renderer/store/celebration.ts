import { create } from 'zustand'
import { announce } from './ui-store.ts'

/** The win whose postcard is on screen; null most of the time. */
export const useCelebration = create<{
  readonly win: { readonly text: string; readonly id: number } | null
}>()(() => ({ win: null }))

let next = 1

/** One small moment for a win. Each win gets it once; under reduced motion nothing moves. */
export function celebrate(text: string): void {
  useCelebration.setState({ win: { text, id: next++ } })
  announce(`A win: ${text}`)
}

/** Puts the postcard away. */
export function endCelebration(): void {
  useCelebration.setState({ win: null })
}
