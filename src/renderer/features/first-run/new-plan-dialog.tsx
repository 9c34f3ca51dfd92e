import { useRef, useState } from 'react'
import type { FormEvent } from 'react'
import { quarterOf } from '#domain/exchange/cycle-guess.ts'
import { newId } from '#lib/ids.ts'
import { createPlan, usePlan } from '#store/plan-store.ts'
import { closeDialog, showScreen } from '#store/ui-store.ts'
import { Button } from '#ui/button.tsx'
import { DayField } from '#ui/date-field.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { TextField } from '#ui/field.tsx'
import { answerProblems, newPlanThings } from './new-plan-things.ts'
import type { NewPlanAnswers } from './new-plan-things.ts'
import styles from './new-plan-dialog.module.css'

/** Name, cycle and first objective: enough to begin. */
export function NewPlanDialog() {
  const today = usePlan((state) => state.today)
  const [answers, setAnswers] = useState<NewPlanAnswers>(() => {
    const { name, startOn, endOn } = quarterOf(today)
    return { name: '', cycleName: name, startOn, endOn, objective: '' }
  })
  const [asked, setAsked] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const problems = answerProblems(answers)
  // Empty fields are not told off before somebody tries to go on; a wrong order of days is.
  const problem = (field: keyof NewPlanAnswers) =>
    asked || (answers[field] !== '' && field !== 'name') ? problems[field] : undefined
  const change = (field: keyof NewPlanAnswers) => (value: string) => {
    setAnswers((before) => ({ ...before, [field]: value }))
  }

  const create = async () => {
    setAsked(true)
    if (Object.keys(problems).length > 0) {
      requestAnimationFrame(() => {
        form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
      })
      return
    }
    setBusy(true)
    const outcome = await createPlan(newPlanThings(answers, today, newId), answers.name.trim())
    setBusy(false)
    if (!outcome.ok) {
      setRefused(outcome.message)
      return
    }
    showScreen('route')
    closeDialog()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void create()
  }
  return (
    <Dialog
      title="A new plan"
      description="Three answers to begin with. All of them can be changed later."
      onClose={closeDialog}
    >
      <form ref={form} className={styles['form']} onSubmit={submit} noValidate>
        <TextField
          label="Name of the plan"
          placeholder="Support & Product"
          autoFocus
          value={answers.name}
          onChange={change('name')}
          error={problem('name')}
        />
        <fieldset className={styles['cycle']}>
          <legend className={styles['legend']}>Cycle</legend>
          <TextField
            label="Its name"
            value={answers.cycleName}
            onChange={change('cycleName')}
            error={problem('cycleName')}
          />
          <DayField
            label="First day"
            value={answers.startOn}
            onChange={change('startOn')}
            error={problem('startOn')}
          />
          <DayField
            label="Last day"
            value={answers.endOn}
            onChange={change('endOn')}
            error={problem('endOn')}
          />
        </fieldset>
        <TextField
          label="First objective"
          placeholder="Customers rave about our support"
          hint="Where do you want to be? Words that people remember; the numbers come as key results."
          value={answers.objective}
          onChange={change('objective')}
          error={problem('objective')}
        />
        {refused !== null && (
          <p className={styles['refused']} role="alert">
            {refused}
          </p>
        )}
        <div className={styles['actions']}>
          <Button onClick={closeDialog}>Cancel</Button>
          <Button variant="primary" submit disabled={busy}>
            Create the plan
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
