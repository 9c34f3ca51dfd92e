import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { hueSchema } from '#domain/people/person.ts'
import { byOrder } from '#domain/plan/order-key.ts'
import { usePlan } from '#store/plan-store.ts'
import { Button, IconButton } from '#ui/button.tsx'
import { EditableText } from '#ui/editable.tsx'
import { SelectField, TextField } from '#ui/field.tsx'
import { change } from './change-settings.ts'
import styles from './settings.module.css'

const HUES = hueSchema.options.map((hue) => ({
  value: hue,
  label: hue.charAt(0).toUpperCase() + hue.slice(1),
}))

/** The themes that objectives can belong to. */
export function ThemeList() {
  const themes = usePlan((state) => state.plan?.theme)
  const [name, setName] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const add = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    const refused = change('theme.add', { name: name.trim() })
    setProblem(refused)
    if (refused === null) setName('')
  }
  return (
    <section className={styles['section']}>
      <h3 className={styles['heading']}>Themes</h3>
      <p className={styles['about']}>
        What objectives have in common. The route can be filtered by it.
      </p>
      <ul className={styles['list']}>
        {[...(themes?.values() ?? [])].sort(byOrder).map(({ id, name: title, hue }) => (
          <li key={id} className={styles['line']}>
            <div className={styles['grow']}>
              <EditableText
                label={`Name of the theme ${title.slice(0, 60)}`}
                labelHidden
                required
                value={title}
                onCommit={(next) => change('theme.update', { id, changes: { name: next } })}
              />
            </div>
            <SelectField
              label={`Colour of ${title.slice(0, 60)}`}
              labelHidden
              value={hue}
              options={HUES}
              prefix={<span className={styles['swatch']} data-hue={hue} />}
              onChange={(value) => {
                const parsed = hueSchema.safeParse(value)
                if (parsed.success) change('theme.update', { id, changes: { hue: parsed.data } })
              }}
            />
            <IconButton
              label={`Delete the theme ${title.slice(0, 60)}`}
              hint="Delete (objectives keep everything else)"
              icon={<Trash2 size={15} />}
              onClick={() => {
                setProblem(change('theme.delete', { id }))
              }}
            />
          </li>
        ))}
      </ul>
      <form className={styles['line']} onSubmit={add}>
        <div className={styles['grow']}>
          <TextField
            label="Add a theme"
            labelHidden
            placeholder="Add a theme"
            value={name}
            maxLength={500}
            onChange={setName}
            error={problem}
          />
        </div>
        <Button submit disabled={name.trim() === ''}>
          Add
        </Button>
      </form>
    </section>
  )
}
