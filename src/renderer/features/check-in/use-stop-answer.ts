import type { RefObject } from 'react'
import { useEffect, useRef, useState } from 'react'
import type { CheckIn } from '#domain/check-in/check-in.ts'
import type { KeyResult } from '#domain/key-result/key-result.ts'
import type { Id } from '#domain/plan/field.ts'
import { clearDraft, loadDraft, saveDraft } from '#store/drafts.ts'
import { usePlan } from '#store/plan-store.ts'
import { announce } from '#store/ui-store.ts'
import type { Answer } from './answer.ts'
import { firstAnswer, saveAnswer, saveSkip } from './answer.ts'
import { finishStop } from './round-plan.ts'

type StopAnswer = {
  readonly answer: Answer
  /** Somebody has said something here that is not saved yet. */
  readonly isTouched: boolean
  readonly error: string | null
  readonly change: (changes: Partial<Answer>) => void
  /** Saves the answer. True when the round may go on. */
  readonly save: () => boolean
  /** Says why nothing is said and goes on; else why that was not taken. */
  readonly skip: (reason: string) => string | null
  /** Puts the draft away and goes to the next stop. */
  readonly leave: () => void
}

/** The answer to one stop: begun from what was said, kept as a draft while it is typed, saved at the end. */
export function useStopAnswer(
  root: RefObject<HTMLElement | null>,
  keyResult: KeyResult,
  context: {
    /** What this round has said about it already. */
    readonly said: CheckIn | null
    readonly isDone: boolean
    readonly lastConfidence: number | null
    readonly authorId: Id | null
  },
): StopAnswer {
  const { id } = keyResult
  const { said, isDone } = context
  const planId = usePlan((state) => state.plan?.meta.id ?? '')
  const today = usePlan((state) => state.today)
  const [answer, setAnswer] = useState<Answer>(() =>
    firstAnswer(keyResult, said, context.lastConfidence, context.authorId),
  )
  const [isTouched, setTouched] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const draftKey = `${planId} round ${id}`
  const touched = useRef(false)

  useEffect(() => {
    root.current?.querySelector<HTMLElement>('[data-first]')?.focus()
    void loadDraft(draftKey).then((text) => {
      if (text === null || touched.current) return
      try {
        const kept = JSON.parse(text) as Partial<Answer>
        setAnswer((now) => ({
          ...now,
          ...(typeof kept.value === 'string' ? { value: kept.value } : {}),
          ...(typeof kept.note === 'string' ? { note: kept.note } : {}),
        }))
        setTouched(true)
      } catch {
        // A draft that cannot be read is no draft.
      }
    })
  }, [root, draftKey])

  const leave = () => {
    void clearDraft(draftKey)
    finishStop(id)
  }
  return {
    answer,
    isTouched,
    error,
    leave,
    change: (changes) => {
      touched.current = true
      setTouched(true)
      setError(null)
      const next = { ...answer, ...changes }
      setAnswer(next)
      saveDraft(draftKey, JSON.stringify({ value: next.value, note: next.note }))
    },
    save: () => {
      // Answered or skipped before, and nothing else is said now: it stays as it is.
      if (isDone && !isTouched) return true
      const refused = saveAnswer(keyResult, answer, said, today)
      setError(refused)
      if (refused === null) return true
      announce(refused)
      root.current?.querySelector<HTMLElement>('[data-first]')?.focus()
      return false
    },
    skip: (reason) => {
      const refused = saveSkip(id, reason, answer.authorId)
      if (refused === null) leave()
      return refused
    },
  }
}
