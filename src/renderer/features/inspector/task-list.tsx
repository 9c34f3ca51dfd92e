import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import type { Initiative, Task } from '#domain/initiative/initiative.ts'
import { IconButton } from '#ui/button.tsx'
import { classNames } from '#ui/class-names.ts'
import { DateField } from '#ui/date-field.tsx'
import { EditableText } from '#ui/editable.tsx'
import { AddLine } from './add-line.tsx'
import { edit } from './edit.ts'
import { PersonSelect } from './person-select.tsx'
import { Section } from './section.tsx'
import headStyles from './panel-head.module.css'
import styles from './inspector.module.css'

/** The tasks of an initiative: ticked off, renamed, given to somebody, reordered, added and removed in place. */
export function TaskList({ initiative }: { readonly initiative: Initiative }) {
  const { tasks } = initiative
  const done = tasks.filter((task) => task.done).length
  return (
    <Section
      title={tasks.length === 0 ? 'Tasks' : `Tasks · ${String(done)} of ${String(tasks.length)}`}
    >
      <ul className={styles['list']}>
        {tasks.map((task, index) => (
          <TaskItem
            key={task.id}
            initiativeId={initiative.id}
            task={task}
            previousId={tasks[index - 1]?.id ?? null}
            afterNextId={index + 1 < tasks.length ? (tasks[index + 2]?.id ?? null) : undefined}
          />
        ))}
      </ul>
      <AddLine
        label="New task"
        placeholder="Add a task, press Enter"
        onAdd={(title) => edit('task.add', { initiativeId: initiative.id, title })}
      />
    </Section>
  )
}

function TaskItem({
  initiativeId,
  task,
  previousId,
  afterNextId,
}: {
  readonly initiativeId: string
  readonly task: Task
  readonly previousId: string | null
  /** What stands after the next task: null for the end, undefined when this is the last one. */
  readonly afterNextId: string | null | undefined
}) {
  const update = (changes: Partial<Omit<Task, 'id'>>) =>
    edit('task.update', { initiativeId, id: task.id, changes })
  return (
    <li className={classNames(styles['item'], styles['task'])}>
      <input
        type="checkbox"
        checked={task.done}
        aria-label={`Done: ${task.title}`}
        onChange={(event) => {
          update({ done: event.target.checked })
        }}
      />
      <div className={classNames(task.done && styles['done'])}>
        <EditableText
          label="Task"
          labelHidden
          bare
          required
          value={task.title}
          onCommit={(title) => update({ title })}
        />
      </div>
      <span className={headStyles['actions']}>
        <IconButton
          size="small"
          label={`Move up: ${task.title}`}
          hint="Move up"
          icon={<ArrowUp size={14} />}
          disabled={previousId === null}
          onClick={() => edit('task.reorder', { initiativeId, id: task.id, beforeId: previousId })}
        />
        <IconButton
          size="small"
          label={`Move down: ${task.title}`}
          hint="Move down"
          icon={<ArrowDown size={14} />}
          disabled={afterNextId === undefined}
          onClick={() =>
            edit('task.reorder', { initiativeId, id: task.id, beforeId: afterNextId ?? null })
          }
        />
        <IconButton
          size="small"
          label={`Delete task: ${task.title}`}
          hint="Delete task"
          icon={<Trash2 size={14} />}
          onClick={() => edit('task.delete', { initiativeId, id: task.id })}
        />
      </span>
      <div className={styles['assigned']}>
        <PersonSelect
          label={`Assignee of ${task.title}`}
          value={task.assigneeId}
          onChange={(assigneeId) => update({ assigneeId })}
        />
        <DateField
          label={`Due day of ${task.title}`}
          labelHidden
          bare
          value={task.dueOn}
          onCommit={(dueOn) => update({ dueOn })}
        />
      </div>
    </li>
  )
}
