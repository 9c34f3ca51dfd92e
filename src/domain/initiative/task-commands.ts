import { z } from 'zod'
import { daySchema } from '../calendar/day.ts'
import { given } from '../plan/changes.ts'
import type { CommandResult } from '../plan/command.ts'
import { defineCommand, refuse } from '../plan/command.ts'
import { idSchema, titleSchema } from '../plan/field.ts'
import { LIMITS } from '../plan/limits.ts'
import { quoted } from '../plan/title-quote.ts'
import { GONE } from './initiative-patch.ts'
import type { Initiative, Task } from './initiative.ts'

const TASK_GONE = 'This task is not in the plan any more.'

function put(initiative: Initiative, tasks: readonly Task[], name: string): CommandResult {
  return { ok: true, patch: { puts: [{ ...initiative, tasks: [...tasks] }], deletes: [] }, name }
}

/** Commands that change the tasks of an initiative. */
export const taskCommands = {
  'task.add': defineCommand({
    input: z.strictObject({
      initiativeId: idSchema,
      title: titleSchema,
      id: idSchema.optional(),
      assigneeId: idSchema.nullable().optional(),
      dueOn: daySchema.nullable().optional(),
    }),
    run: (plan, input, context) => {
      const initiative = plan.initiative.get(input.initiativeId)
      if (!initiative) return refuse('initiativeId', GONE)
      if (initiative.tasks.length >= LIMITS.list)
        return refuse('', `An initiative holds at most ${String(LIMITS.list)} tasks.`)
      const id = input.id ?? context.newId()
      if (initiative.tasks.some((task) => task.id === id)) return refuse('id', 'This id is taken.')
      const task: Task = {
        id,
        title: input.title,
        assigneeId: input.assigneeId ?? null,
        dueOn: input.dueOn ?? null,
        done: false,
        doneOn: null,
      }
      return put(initiative, [...initiative.tasks, task], `Add task ${quoted(task.title)}`)
    },
  }),
  'task.update': defineCommand({
    input: z.strictObject({
      initiativeId: idSchema,
      id: idSchema,
      changes: z.strictObject({
        title: titleSchema.optional(),
        assigneeId: idSchema.nullable().optional(),
        dueOn: daySchema.nullable().optional(),
        done: z.boolean().optional(),
      }),
    }),
    run: (plan, { initiativeId, id, changes }, context) => {
      const initiative = plan.initiative.get(initiativeId)
      const task = initiative?.tasks.find((t) => t.id === id)
      if (!initiative || !task) return refuse('id', initiative ? TASK_GONE : GONE)
      const next: Task = { ...task, ...given(changes) }
      const doneOn = next.done ? (task.doneOn ?? context.today) : null
      const tasks = initiative.tasks.map((t) => (t.id === id ? { ...next, doneOn } : t))
      const verb = next.done === task.done ? 'Change' : next.done ? 'Finish' : 'Reopen'
      return put(initiative, tasks, `${verb} task ${quoted(next.title)}`)
    },
  }),
  'task.delete': defineCommand({
    input: z.strictObject({ initiativeId: idSchema, id: idSchema }),
    run: (plan, { initiativeId, id }) => {
      const initiative = plan.initiative.get(initiativeId)
      const task = initiative?.tasks.find((t) => t.id === id)
      if (!initiative || !task) return refuse('id', initiative ? TASK_GONE : GONE)
      const tasks = initiative.tasks.filter((t) => t.id !== id)
      return put(initiative, tasks, `Delete task ${quoted(task.title)}`)
    },
  }),
  'task.reorder': defineCommand({
    input: z.strictObject({
      initiativeId: idSchema,
      id: idSchema,
      beforeId: idSchema.nullable(),
    }),
    run: (plan, { initiativeId, id, beforeId }) => {
      const initiative = plan.initiative.get(initiativeId)
      const task = initiative?.tasks.find((t) => t.id === id)
      if (!initiative || !task) return refuse('id', initiative ? TASK_GONE : GONE)
      const others = initiative.tasks.filter((t) => t.id !== id)
      const found = beforeId === null ? -1 : others.findIndex((t) => t.id === beforeId)
      if (beforeId !== null && beforeId !== id && found < 0) return refuse('beforeId', TASK_GONE)
      if (beforeId === id)
        return put(initiative, initiative.tasks, `Move task ${quoted(task.title)}`)
      others.splice(found < 0 ? others.length : found, 0, task)
      return put(initiative, others, `Move task ${quoted(task.title)}`)
    },
  }),
}
