import { z } from 'zod'
import { isDay } from '#domain/calendar/day.ts'
import { minutesOfTime, NO_REMINDER } from '#domain/check-in/reminder.ts'
import type { RoadbookDatabase } from './db.ts'

/**
 * What is kept where:
 * - the plan itself, its history and head: `things`, `history`, `meta`, and the journal on disk;
 * - the list of plans (name, opened, deleted): `catalogue`, which the plans' own rows can give again;
 * - text that is still being typed: `drafts`;
 * - how the app looks (below, `app`) and how each plan was last looked at (`view <plan id>`): `prefs`;
 * - selection, dialogs, toasts, scroll: nowhere, they end with the window.
 *
 * A preference that cannot be read falls back to its default: a look is never worth an error.
 */
const appPrefsSchema = z.object({
  theme: z.enum(['light', 'dark', 'system']).catch('system'),
  screen: z
    .enum([
      'route',
      'people',
      'week',
      'journal',
      'detours',
      'review',
      'closing',
      'across',
      'data',
      'workshop',
    ])
    .catch('route'),
  inspectorOpen: z.boolean().catch(true),
  garageOpen: z.boolean().catch(true),
  lastPlanId: z.string().nullable().catch(null),
  /** What was chosen for each kind of report; the reports read it themselves. */
  reports: z.unknown().optional(),
  /** Whether and when this computer says that check-ins are due. */
  reminder: z
    .object({
      isOn: z.boolean(),
      at: z.string().refine((time) => minutesOfTime(time) !== null),
      wasAsked: z.boolean(),
      lastOn: z.string().refine(isDay).nullable(),
    })
    .catch(NO_REMINDER),
})
export type AppPrefs = Readonly<z.infer<typeof appPrefsSchema>>

const roundSchema = z.object({
  cycleId: z.string(),
  scope: z.discriminatedUnion('type', [
    z.object({ type: z.literal('all') }),
    z.object({ type: z.literal('mine'), personId: z.string() }),
    z.object({ type: z.literal('objective'), objectiveId: z.string() }),
  ]),
  stops: z.array(z.string()).readonly(),
  done: z.array(z.string()).readonly(),
  at: z.string().nullable(),
  startedOn: z.string(),
  spentMs: z.number(),
})

const planViewSchema = z.object({
  cycleId: z.string().nullable().catch(null),
  zoom: z.enum(['cycle', 'month', 'week']).catch('cycle'),
  sort: z.enum(['order', 'status', 'progress', 'owner', 'title']).catch('order'),
  collapsedAll: z.boolean().catch(false),
  collapseExceptions: z.array(z.string()).readonly().catch([]),
  /** Who sits here, and the check-in round that was left. */
  meId: z.string().nullable().catch(null),
  round: roundSchema.nullable().catch(null),
})
/** How one plan was last looked at. */
export type PlanView = Readonly<z.infer<typeof planViewSchema>>

export type Prefs = {
  readonly app: () => Promise<AppPrefs>
  readonly keepApp: (prefs: AppPrefs) => Promise<void>
  readonly view: (planId: string) => Promise<PlanView>
  readonly keepView: (planId: string, view: PlanView) => Promise<void>
}

/** The kept preferences in the database. Reading never fails; writing may, and nobody has to care. */
export function createPrefs(db: RoadbookDatabase): Prefs {
  const read = async (key: string): Promise<unknown> => {
    try {
      return (await db.prefs.get(key))?.value ?? {}
    } catch {
      return {}
    }
  }
  const asObject = (value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
  const keep = async (key: string, value: unknown) => {
    await db.prefs.put({ key, value })
  }
  return {
    app: async () => appPrefsSchema.parse(asObject(await read('app'))),
    keepApp: (prefs) => keep('app', prefs),
    view: async (planId) => planViewSchema.parse(asObject(await read(`view ${planId}`))),
    keepView: (planId, view) => keep(`view ${planId}`, view),
  }
}
