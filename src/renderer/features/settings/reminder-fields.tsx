import { useEffect, useState } from 'react'
import { canRemind, chooseReminder } from '#store/reminder.ts'
import { useUi } from '#store/ui-store.ts'
import { SelectField } from '#ui/field.tsx'
import styles from './settings.module.css'

const TIMES = Array.from({ length: 48 }, (_, i) => {
  const time = `${String(Math.floor(i / 2)).padStart(2, '0')}:${i % 2 === 0 ? '00' : '30'}`
  return { value: time, label: time }
})

/** The notification on this computer's desktop: off until it is wanted, at a time of one's own. */
export function ReminderFields() {
  const reminder = useUi((state) => state.reminder)
  const [isAble, setAble] = useState<boolean | null>(null)
  useEffect(() => {
    let isHere = true
    void canRemind().then((able) => {
      if (isHere) setAble(able)
    })
    return () => {
      isHere = false
    }
  }, [])
  return (
    <section className={styles['section']} aria-labelledby="reminder-heading">
      <h3 id="reminder-heading" className={styles['heading']}>
        Reminder on this computer
      </h3>
      <div className={styles['two']}>
        <label className={styles['switch']}>
          <input
            type="checkbox"
            checked={reminder.isOn}
            disabled={isAble === false && !reminder.isOn}
            onChange={(event) => {
              chooseReminder({ isOn: event.target.checked })
            }}
          />
          Show a notification when check-ins are due
        </label>
        <SelectField
          label="At"
          value={reminder.at}
          options={TIMES}
          disabled={!reminder.isOn}
          onChange={(at) => {
            chooseReminder({ at })
          }}
        />
      </div>
      <p className={styles['about']}>
        {isAble === false
          ? 'This desktop shows no notifications to Roadbook (in its browser window it needs the program notify-send). Due check-ins stand in the top bar; a calendar file (.ics) can remind you as well.'
          : 'Once a day at that time, while Roadbook runs, and only when something is due.'}
      </p>
    </section>
  )
}
