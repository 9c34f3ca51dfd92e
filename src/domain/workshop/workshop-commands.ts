import { z } from 'zod'
import { given } from '../plan/changes.ts'
import type { CommandContext } from '../plan/command.ts'
import { defineCommand, refuse } from '../plan/command.ts'
import { idSchema, noteSchema, titleSchema } from '../plan/field.ts'
import { LIMITS } from '../plan/limits.ts'
import type { Plan } from '../plan/plan.ts'
import { removalOf } from '../plan/removal.ts'
import { quoted } from '../plan/title-quote.ts'
import { cycleCommands } from '../cycle/cycle-commands.ts'
import { commitChecklist } from './commit-checklist.ts'
import { namesIn, reopenedRows } from './finished-workshop.ts'
import { withClockStopped, withStepEntered } from './workshop-clock.ts'
import { cardsOf, isRefusal, openWorkshop, put, WORKSHOP_GONE } from './workshop-patch.ts'
import { stepsOfTemplate } from './workshop-template.ts'
import type { Workshop } from './workshop.ts'
import { workshopSchema } from './workshop.ts'

const { shape } = workshopSchema
const one = z.strictObject({ id: idSchema })

/** The others that run now, put to rest: only one workshop runs at a time. */
function othersPaused(plan: Plan, id: string, context: CommandContext): Workshop[] {
  return [...plan.workshop.values()]
    .filter((other) => other.id !== id && other.state === 'running')
    .map((other) => ({ ...withClockStopped(other, context.now), state: 'paused' }))
}

function step(by: 1 | -1) {
  return defineCommand({
    input: one,
    run: (plan, { id }, context) => {
      const workshop = openWorkshop(plan, id)
      if (isRefusal(workshop)) return workshop
      const at = workshop.steps.findIndex((s) => s.id === workshop.currentStepId)
      const to = workshop.steps[at + by]
      if (!to) return refuse('', by === 1 ? 'This is the last step.' : 'This is the first step.')
      return put(`Go to ${quoted(to.title)}`, withStepEntered(workshop, to.id, context.now))
    },
  })
}

/** Commands for the life of a workshop: begin, clock, steps in order, end. */
export const workshopCommands = {
  'workshop.add': defineCommand({
    input: z.strictObject({
      name: titleSchema,
      template: shape.template,
      cycleId: idSchema.nullable(),
      id: idSchema.optional(),
      presentIds: shape.presentIds.optional(),
    }),
    run: (plan, input, context) => {
      const id = input.id ?? context.newId()
      if (plan.workshop.has(id)) return refuse('id', 'This id is taken.')
      const workshop: Workshop = {
        kind: 'workshop',
        id,
        name: input.name,
        cycleId: input.cycleId,
        template: input.template,
        state: 'draft',
        steps: stepsOfTemplate(input.template, context.newId),
        currentStepId: null,
        clockStartedAt: null,
        startedAt: null,
        finishedAt: null,
        presentIds: [...new Set(input.presentIds ?? [])],
        withoutPartIds: [],
        votesPerPerson: 3,
        silent: false,
        objectiveId: null,
        decisions: [],
        acceptedChecks: [],
      }
      return put(`Add the workshop ${quoted(input.name)}`, workshop)
    },
  }),
  'workshop.update': defineCommand({
    input: z.strictObject({
      id: idSchema,
      changes: z.strictObject({
        name: titleSchema.optional(),
        cycleId: idSchema.nullable().optional(),
        objectiveId: idSchema.nullable().optional(),
        votesPerPerson: shape.votesPerPerson.optional(),
        silent: z.boolean().optional(),
      }),
    }),
    run: (plan, { id, changes }) => {
      const workshop = openWorkshop(plan, id)
      if (isRefusal(workshop)) return workshop
      const next = { ...workshop, ...given(changes) }
      const name =
        next.silent === workshop.silent
          ? `Change the workshop ${quoted(next.name)}`
          : next.silent
            ? 'Begin the silent round'
            : 'End the silent round'
      return put(name, next)
    },
  }),
  'workshop.start': defineCommand({
    input: one,
    run: (plan, { id }, context) => {
      const workshop = openWorkshop(plan, id)
      if (isRefusal(workshop)) return workshop
      const first = workshop.steps.find((s) => s.id === workshop.currentStepId) ?? workshop.steps[0]
      if (!first) return refuse('', 'The agenda is empty. Add a step first.')
      if (workshop.state === 'running') return put('Start')
      const running: Workshop = {
        ...workshop,
        state: 'running',
        startedAt: workshop.startedAt ?? context.now,
      }
      return put(
        `Start the workshop ${quoted(workshop.name)}`,
        withStepEntered(running, first.id, context.now),
        ...othersPaused(plan, id, context),
      )
    },
  }),
  'workshop.pause': defineCommand({
    input: one,
    run: (plan, { id }, context) => {
      const workshop = openWorkshop(plan, id)
      if (isRefusal(workshop)) return workshop
      if (workshop.state !== 'running') return refuse('', 'The clock stands still already.')
      return put('Pause the clock', {
        ...withClockStopped(workshop, context.now),
        state: 'paused',
      })
    },
  }),
  'workshop.addTime': defineCommand({
    input: z.strictObject({ id: idSchema, minutes: z.number().min(1).max(240) }),
    run: (plan, { id, minutes }) => {
      const workshop = openWorkshop(plan, id)
      if (isRefusal(workshop)) return workshop
      if (!workshop.steps.some((s) => s.id === workshop.currentStepId))
        return refuse('', 'No step is running.')
      const steps = workshop.steps.map((s) =>
        s.id === workshop.currentStepId
          ? { ...s, addedMinutes: Math.min(1_440, s.addedMinutes + minutes) }
          : s,
      )
      return put(`Give ${String(minutes)} more minutes`, { ...workshop, steps })
    },
  }),
  'workshop.next': step(1),
  'workshop.back': step(-1),
  'workshop.goTo': defineCommand({
    input: z.strictObject({ id: idSchema, stepId: idSchema }),
    run: (plan, { id, stepId }, context) => {
      const workshop = openWorkshop(plan, id)
      if (isRefusal(workshop)) return workshop
      const to = workshop.steps.find((s) => s.id === stepId)
      if (!to) return refuse('stepId', 'This step is not on the agenda any more.')
      if (workshop.currentStepId === stepId) return put('Go on')
      return put(`Go to ${quoted(to.title)}`, withStepEntered(workshop, stepId, context.now))
    },
  }),
  'workshop.finish': defineCommand({
    input: one,
    run: (plan, { id }, context) => {
      const workshop = openWorkshop(plan, id)
      if (isRefusal(workshop)) return workshop
      const stopped = withClockStopped(workshop, context.now)
      // Nothing can be revealed any more, so what was written in silence is read from now on.
      const hidden = cardsOf(plan, id).filter((card) => card.hidden)
      return put(
        `Finish the workshop ${quoted(workshop.name)}`,
        {
          ...stopped,
          state: 'finished',
          finishedAt: context.now,
          silent: false,
          steps: stopped.steps.map((s) => (s.state === 'current' ? { ...s, state: 'done' } : s)),
          names: namesIn(plan, workshop),
        },
        ...hidden.map((card) => ({ ...card, hidden: false })),
      )
    },
  }),
  'workshop.reopen': defineCommand({
    input: one,
    run: (plan, { id }) => {
      const workshop = plan.workshop.get(id)
      if (!workshop) return refuse('id', WORKSHOP_GONE)
      if (workshop.state !== 'finished') return refuse('', 'This workshop is open.')
      const open: Workshop = { ...workshop, state: 'paused', finishedAt: null }
      return put(`Reopen the workshop ${quoted(workshop.name)}`, ...reopenedRows(plan, open))
    },
  }),
  'workshop.delete': defineCommand({
    input: one,
    run: (plan, { id }) => {
      const workshop = plan.workshop.get(id)
      if (!workshop) return refuse('id', WORKSHOP_GONE)
      return {
        ok: true,
        patch: removalOf(plan, [{ kind: 'workshop', id }]),
        name: `Delete the workshop ${quoted(workshop.name)}`,
      }
    },
  }),
  'workshop.setPresent': defineCommand({
    input: z.strictObject({ id: idSchema, personId: idSchema, present: z.boolean() }),
    run: (plan, { id, personId, present }) => {
      const workshop = openWorkshop(plan, id)
      if (isRefusal(workshop)) return workshop
      const person = plan.person.get(personId)
      if (!person) return refuse('personId', 'This person is not in the plan any more.')
      const others = workshop.presentIds.filter((p) => p !== personId)
      if (present && others.length >= LIMITS.list)
        return refuse('personId', `At most ${String(LIMITS.list)} people fit into one room.`)
      const isThere = workshop.presentIds.includes(personId)
      const presentIds = present ? (isThere ? workshop.presentIds : [...others, personId]) : others
      const name = present ? `${quoted(person.name)} joins` : `${quoted(person.name)} leaves`
      return put(name, { ...workshop, presentIds })
    },
  }),
  'workshop.setWithoutPart': defineCommand({
    input: z.strictObject({ id: idSchema, personId: idSchema, withoutPart: z.boolean() }),
    run: (plan, { id, personId, withoutPart }) => {
      const workshop = openWorkshop(plan, id)
      if (isRefusal(workshop)) return workshop
      if (!plan.person.has(personId))
        return refuse('personId', 'This person is not in the plan any more.')
      const others = workshop.withoutPartIds.filter((p) => p !== personId)
      return put('Mark who has no part', {
        ...workshop,
        withoutPartIds: withoutPart ? [...others, personId].slice(-LIMITS.list) : others,
      })
    },
  }),
  'workshop.acceptCheck': defineCommand({
    input: z.strictObject({
      id: idSchema,
      check: shape.acceptedChecks.element.shape.check,
      /** '' opens the point again. */
      reason: noteSchema,
    }),
    run: (plan, { id, check, reason }) => {
      const workshop = openWorkshop(plan, id)
      if (isRefusal(workshop)) return workshop
      const others = workshop.acceptedChecks.filter((c) => c.check !== check)
      const isAccepted = reason.trim() !== ''
      return put(isAccepted ? 'Accept an open point' : 'Open a point again', {
        ...workshop,
        acceptedChecks: isAccepted ? [...others, { check, reason }] : others,
      })
    },
  }),
  'workshop.commit': defineCommand({
    input: one,
    run: (plan, { id }, context) => {
      const workshop = openWorkshop(plan, id)
      if (isRefusal(workshop)) return workshop
      const cycle = workshop.cycleId === null ? undefined : plan.cycle.get(workshop.cycleId)
      if (!cycle) return refuse('', 'The workshop has no cycle to commit to.')
      const open = commitChecklist(plan, workshop).filter((c) => c.state === 'open')
      if (open.length > 0)
        return refuse('', `Still open: ${open.map((c) => c.title.toLowerCase()).join('; ')}.`)
      const reason =
        workshop.acceptedChecks.find((c) => c.check === 'capacity')?.reason ??
        cycle.overbookedReason
      const result = cycleCommands['cycle.setState'].run(
        plan,
        { id: cycle.id, state: 'active', reason },
        context,
      )
      if (!result.ok) return result
      const decided: Workshop = {
        ...workshop,
        decisions: [
          ...workshop.decisions.slice(-(LIMITS.list - 1)),
          {
            id: context.newId(),
            at: context.now,
            text: `We commit to ${cycle.name}.`,
            voteId: null,
          },
        ],
      }
      const { puts, deletes } = result.patch
      return {
        ok: true,
        patch: { puts: puts.length === 0 ? [] : [...puts, decided], deletes },
        name: `Commit to ${quoted(cycle.name)}`,
      }
    },
  }),
}
