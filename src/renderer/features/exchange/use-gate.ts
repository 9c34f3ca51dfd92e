import { useEffect, useState } from 'react'
import type { Draft } from '#domain/exchange/draft.ts'
import type { TextHints } from '#domain/exchange/outline.ts'
import type { InputRefusal } from '#domain/exchange/refusal.ts'
import type { PlanFileContent } from '#domain/exchange/plan-file.ts'
import type { TableOptions } from '#domain/exchange/table.ts'
import { usePlan } from '#store/plan-store.ts'
import { readInWorker } from './read-in-worker.ts'

const TYPING_PAUSE_MS = 250

/** What lies in the dialog: text that a person can still change, or a file as it came. */
export type GateSource = {
  readonly name: string
  readonly content: string | Uint8Array
  readonly options: TableOptions
}

export type GateState =
  | { readonly phase: 'empty' }
  | { readonly phase: 'reading' }
  | { readonly phase: 'refused'; readonly refusal: InputRefusal }
  | { readonly phase: 'plan'; readonly plan: PlanFileContent; readonly name: string }
  | { readonly phase: 'draft'; readonly draft: Draft }

/** Whom the open plan knows, and what day it is: a text may name both in short. */
function presentHints(): TextHints {
  const { plan, today } = usePlan.getState()
  return { today, people: [...(plan?.person.values() ?? [])].map((person) => person.name) }
}

/**
 * Reads the source whenever it changes; `onText`, which must keep its identity, takes
 * the text of a file for the paste area.
 */
export function useGate(source: GateSource, onText: (text: string) => void) {
  const [state, setState] = useState<GateState>({ phase: 'empty' })
  useEffect(() => {
    const { content, name, options } = source
    let stop: (() => void) | null = null
    const timer = setTimeout(
      () => {
        if (content === '') {
          setState({ phase: 'empty' })
          return
        }
        setState((before) => (before.phase === 'draft' ? before : { phase: 'reading' }))
        const reading = readInWorker({ source: content, name, options, hints: presentHints() })
        stop = reading.stop
        void reading.answer.then((answer) => {
          if (!answer.ok) setState({ phase: 'refused', refusal: answer })
          else if (answer.kind === 'plan') setState({ phase: 'plan', plan: answer, name })
          else {
            setState({ phase: 'draft', draft: answer.draft })
            if (typeof content !== 'string') onText(answer.text)
          }
        })
      },
      typeof content === 'string' ? TYPING_PAUSE_MS : 0,
    )
    return () => {
      clearTimeout(timer)
      stop?.()
    }
  }, [source, onText])
  return [state, setState] as const
}
