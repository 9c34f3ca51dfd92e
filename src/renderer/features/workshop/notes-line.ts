import { useCallback, useEffect, useRef, useState } from 'react'
import type { FromNotes, Shown, Talk } from './notes-talk.ts'
import { talkToPage } from './notes-talk.ts'

/** How often the notes ask whether the other page is there. */
const ASK_EVERY_MS = 1_500
/** Silence that counts as an answer. */
const PATIENCE_MS = 5_000

export type NotesLine = {
  /** What the page that writes shows; null before its first word. */
  readonly shown: Shown | null
  /** It answered lately. */
  readonly isThere: boolean
  /** Why the last request was not granted; '' otherwise. */
  readonly refused: string
  readonly ask: (message: FromNotes) => void
}

/** The line to the page that writes, from the notes window. */
export function useNotesLine(): NotesLine {
  const [shown, setShown] = useState<Shown | null>(null)
  const [isThere, setIsThere] = useState(false)
  const [refused, setRefused] = useState('')
  const line = useRef<Talk<FromNotes> | null>(null)
  useEffect(() => {
    let heardAt = 0
    const opened = talkToPage((message) => {
      if (message.type === 'refused') {
        setRefused(message.message)
        return
      }
      heardAt = message.type === 'gone' ? 0 : performance.now()
      setIsThere(message.type !== 'gone')
      if (message.type === 'shown') setShown(message)
    })
    line.current = opened
    const hello = () => {
      opened.say({ type: 'hello' })
      if (heardAt > 0 && performance.now() - heardAt > PATIENCE_MS) setIsThere(false)
    }
    hello()
    const timer = setInterval(hello, ASK_EVERY_MS)
    return () => {
      clearInterval(timer)
      opened.close()
    }
  }, [])
  const ask = useCallback((message: FromNotes) => {
    if (message.type !== 'write') setRefused('')
    line.current?.say(message)
  }, [])
  return { shown, isThere, refused, ask }
}
