import { z } from 'zod'
import { idSchema, noteSchema } from '#domain/plan/field.ts'
import { workshopSchema } from '#domain/workshop/workshop.ts'

/**
 * What the notes window and the one page that writes say to each other. Both sides check every message:
 * anything of the same origin could speak on this channel.
 */
const CHANNEL = 'roadbook notes'

/** What the page that writes shows in the notes window. */
export const shownSchema = z.strictObject({
  type: z.literal('shown'),
  /** The workshop on the screen; null while there is none. */
  workshop: workshopSchema.nullable(),
  canEdit: z.boolean(),
  theme: z.enum(['light', 'dark']),
  contrast: z.boolean(),
})
export type Shown = Readonly<z.infer<typeof shownSchema>>

const fromPageSchema = z.discriminatedUnion('type', [
  shownSchema,
  /** Why something that was asked for was not done. */
  z.strictObject({ type: z.literal('refused'), message: z.string().max(2_000) }),
  /** The page goes away: nobody takes requests until it is back. */
  z.strictObject({ type: z.literal('gone') }),
])
export type FromPage = z.infer<typeof fromPageSchema>

const at = { workshopId: idSchema }
const fromNotesSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('hello') }),
  z.strictObject({ type: z.enum(['next', 'back', 'pause', 'start', 'add-time']), ...at }),
  z.strictObject({ type: z.literal('go-to'), ...at, stepId: idSchema }),
  z.strictObject({ type: z.literal('write'), ...at, stepId: idSchema, text: noteSchema }),
])
export type FromNotes = z.infer<typeof fromNotesSchema>

export type Talk<Out> = { readonly say: (message: Out) => void; readonly close: () => void }

function talk<Out, In>(schema: z.ZodType<In>, hear: (message: In) => void): Talk<Out> {
  const channel = new BroadcastChannel(CHANNEL)
  channel.addEventListener('message', (event) => {
    const message = schema.safeParse(event.data)
    if (message.success) hear(message.data)
  })
  return {
    say: (message) => {
      channel.postMessage(message)
    },
    close: () => {
      channel.close()
    },
  }
}

/** The side of the page that writes. */
export const talkToNotes = (hear: (message: FromNotes) => void): Talk<FromPage> =>
  talk(fromNotesSchema, hear)

/** The side of the notes window. */
export const talkToPage = (hear: (message: FromPage) => void): Talk<FromNotes> =>
  talk(fromPageSchema, hear)
