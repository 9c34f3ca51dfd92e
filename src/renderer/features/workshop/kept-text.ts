import { useCallback, useEffect, useRef, useState } from 'react'
import { clearDraft, loadDraft, saveDraft } from '#store/drafts.ts'

/** A text in progress that survives a kill: kept within a second, brought back when the field appears. */
export function useKeptText(key: string): readonly [string, (text: string) => void] {
  const [text, setText] = useState('')
  const touched = useRef(false)
  useEffect(() => {
    let isHere = true
    touched.current = false
    void loadDraft(key).then((kept) => {
      // What was typed since is newer than what was kept.
      if (isHere && !touched.current) setText(kept ?? '')
    })
    return () => {
      isHere = false
    }
  }, [key])
  const change = useCallback(
    (next: string) => {
      touched.current = true
      setText(next)
      if (next === '') void clearDraft(key)
      else saveDraft(key, next)
    },
    [key],
  )
  return [text, change]
}
