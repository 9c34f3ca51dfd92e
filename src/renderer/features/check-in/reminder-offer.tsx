import { useEffect, useState } from 'react'
import { canRemind, chooseReminder } from '#store/reminder.ts'
import { useUi } from '#store/ui-store.ts'
import { Button } from '#ui/button.tsx'
import styles from './round.module.css'

/** Asked once, after a first round, where the desktop can show it; never again once it was answered. */
export function ReminderOffer() {
  const { at, isOn, wasAsked } = useUi((state) => state.reminder)
  const [isAble, setAble] = useState(false)
  const [answer, setAnswer] = useState<string | null>(null)
  const isOpen = !wasAsked
  useEffect(() => {
    let isHere = true
    if (isOpen)
      void canRemind().then((able) => {
        if (isHere) setAble(able)
      })
    return () => {
      isHere = false
    }
  }, [isOpen])
  const choose = (next: boolean) => {
    chooseReminder({ isOn: next })
    setAnswer(
      next
        ? `Roadbook reminds you at ${at} on days when something is due, while it runs. Settings hold the time.`
        : 'No reminder. Settings can switch it on.',
    )
  }
  if (answer !== null)
    return (
      <p className={styles['hint']} role="status">
        {answer}
      </p>
    )
  if (isOn || wasAsked || !isAble) return null
  return (
    <div className={styles['row']} role="group" aria-label="Reminder">
      <span>Be reminded on this computer when check-ins are due, at {at}?</span>
      <Button
        size="small"
        onClick={() => {
          choose(true)
        }}
      >
        Remind me
      </Button>
      <Button
        size="small"
        onClick={() => {
          choose(false)
        }}
      >
        No
      </Button>
    </div>
  )
}
