import { z } from 'zod'
import { idSchema } from '../domain/plan/field.ts'
import { headSchema, storedOperationSchema } from '../domain/plan/operation.ts'
import { snapshotReasonSchema, snapshotSummarySchema } from './snapshot-summary.ts'

/**
 * Every message between the renderer and main. Main checks each input against its schema, each output
 * has a schema as well. No path ever crosses: files are opaque one-use tokens from main's own dialogs.
 */
const bytes = z.instanceof(Uint8Array)
const token = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/)
const nothing = z.undefined()

export const fileFormatSchema = z.enum([
  'roadbook',
  'html',
  'md',
  'pdf',
  'csv',
  'zip',
  'png',
  'svg',
  'docx',
  'pptx',
  'ics',
])
export type FileFormat = z.infer<typeof fileFormatSchema>

/** Why main could not do it: words for a person, and a code for the program. */
export const failureSchema = z.strictObject({
  ok: z.literal(false),
  code: z.enum([
    'cancelled',
    'full',
    'denied',
    'missing',
    'too-large',
    'damaged',
    'conflict',
    'busy',
    'failed',
  ]),
  /** What happened, what was kept, what to do. Never a stack trace; may name the folder for the person. */
  message: z.string().max(2_000),
})
export type Failure = z.infer<typeof failureSchema>

const outcome = <T extends z.ZodRawShape>(shape: T) =>
  z.union([z.strictObject({ ok: z.literal(true), ...shape }), failureSchema])

/** A menu entry as main shows it; `run` comes back over the event `command`. */
export const menuItemSchema = z.strictObject({
  id: z.string().max(64),
  label: z.string().max(200),
  /** Electron accelerator, e.g. `CmdOrCtrl+K`; '' for none. */
  accelerator: z.string().max(64),
  group: z.enum(['file', 'edit', 'view', 'plan', 'help']),
  enabled: z.boolean(),
})
export type MenuItem = z.infer<typeof menuItemSchema>

/** One plan that the journal on disk knows. */
export const journalSummarySchema = z.strictObject({
  planId: idSchema,
  /** The head after the last valid line; null when not one line is readable. */
  head: headSchema.nullable(),
  /** The plan's name in its newest readable state; '' when unknown. */
  name: z.string().max(500),
  /** When the last line was written (file time, UTC ISO). */
  changedAt: z.string(),
  /** Bytes at the torn end of the newest segment that were set aside (0 ordinarily). */
  tornBytes: z.number().int().min(0),
  /** True when the plan was deleted by the person and waits in the trash. */
  deleted: z.boolean(),
})
export type JournalSummary = z.infer<typeof journalSummarySchema>

export const CHANNELS = {
  /** Host and versions for the about box and for "data lives here". */
  'app.info': {
    input: nothing,
    output: z.strictObject({
      host: z.enum(['electron', 'lite']),
      appVersion: z.string(),
      versions: z.record(z.string(), z.string()),
      /** For showing only. */
      dataFolder: z.string(),
      platform: z.string(),
    }),
    maxBytes: 1_024,
  },
  /** Everything that the disk knows of plans. */
  'journal.list': {
    input: nothing,
    output: outcome({ plans: z.array(journalSummarySchema) }),
    maxBytes: 1_024,
  },
  /** Appends operations in order and flushes; `seq` of the last one comes back only when it is on disk. */
  'journal.append': {
    input: z.strictObject({ operations: z.array(storedOperationSchema).min(1).max(1_000) }),
    output: outcome({ head: headSchema }),
    maxBytes: 64 * 1024 * 1024,
  },
  /** Operations after `afterSeq` in pages of at most about 4 MB; `next` is null at the end. */
  'journal.read': {
    input: z.strictObject({
      planId: idSchema,
      afterSeq: z.number().int().min(0),
      /** No more steps than these are wanted; as many as a page holds unless given. */
      most: z.number().int().min(1).optional(),
    }),
    output: outcome({
      operations: z.array(storedOperationSchema),
      next: z.number().int().nullable(),
    }),
    maxBytes: 1_024,
  },
  /** Moves a plan's folder to the trash, or back. */
  'journal.trash': {
    input: z.strictObject({ planId: idSchema, deleted: z.boolean() }),
    output: outcome({}),
    maxBytes: 1_024,
  },
  /** Writes a whole state with header and read-back. `things` is the rows as canonical JSON text of an array. */
  'snapshot.write': {
    input: z.strictObject({
      head: headSchema,
      reason: snapshotReasonSchema,
      things: z.string().max(200 * 1024 * 1024),
      count: z.number().int().min(1),
    }),
    output: outcome({ snapshot: snapshotSummarySchema }),
    maxBytes: 200 * 1024 * 1024,
  },
  'snapshot.list': {
    input: z.strictObject({ planId: idSchema }),
    output: outcome({ snapshots: z.array(snapshotSummarySchema) }),
    maxBytes: 1_024,
  },
  /** The rows of a snapshot after its header, length and sha256 were checked. */
  'snapshot.read': {
    input: z.strictObject({ planId: idSchema, id: z.string().regex(/^[A-Za-z0-9._-]{1,128}$/) }),
    output: outcome({ head: headSchema, things: z.string() }),
    maxBytes: 1_024,
  },
  /**
   * Main itself makes a snapshot of the journal's head from the disk. A plan that lost more than half of its
   * rows goes to quarantine unless `confirmedShrink`: the person knows and means it.
   */
  'snapshot.take': {
    input: z.strictObject({
      planId: idSchema,
      reason: snapshotReasonSchema,
      pinned: z.boolean(),
      confirmedShrink: z.boolean(),
    }),
    output: outcome({ snapshot: snapshotSummarySchema }),
    maxBytes: 1_024,
  },
  /** Keeps a snapshot from being thinned out, or lets it go again. */
  'snapshot.pin': {
    input: z.strictObject({
      planId: idSchema,
      id: z.string().regex(/^[A-Za-z0-9._-]{1,128}$/),
      pinned: z.boolean(),
    }),
    output: outcome({}),
    maxBytes: 1_024,
  },
  /** The newest snapshot whose bytes were read and found right; null when there is none. */
  'snapshot.latest': {
    input: z.strictObject({ planId: idSchema }),
    output: outcome({ snapshot: snapshotSummarySchema.nullable() }),
    maxBytes: 1_024,
  },
  /** The second folder for snapshots. `place` is for showing; `problem` is '' while copies arrive there. */
  'backupFolder.get': {
    input: nothing,
    output: outcome({ place: z.string().nullable(), problem: z.string() }),
    maxBytes: 1_024,
  },
  /** Main asks in its own dialog, then copies the newest snapshots there. */
  'backupFolder.choose': {
    input: nothing,
    output: outcome({ place: z.string().nullable(), problem: z.string() }),
    maxBytes: 1_024,
  },
  /** No more copies; what lies in the folder stays. */
  'backupFolder.clear': { input: nothing, output: outcome({}), maxBytes: 1_024 },
  /** Shows the data folder in the system's file manager. */
  'app.openDataFolder': { input: nothing, output: outcome({}), maxBytes: 1_024 },
  /** Main shows its own open dialog and reads the file through one descriptor (regular file, at most 50 MB). */
  'file.open': {
    input: z.strictObject({ purpose: z.enum(['plan', 'okrs']) }),
    output: outcome({ name: z.string(), bytes, token }),
    maxBytes: 1_024,
  },
  /** Main shows its own save dialog; the token is good for one `file.write`. */
  'file.chooseTarget': {
    input: z.strictObject({ suggestedName: z.string().max(400), format: fileFormatSchema }),
    output: outcome({ token, name: z.string() }),
    maxBytes: 4_096,
  },
  /** Temporary file, flush, read back, rename. `place` is for showing; the token then serves `file.show`. */
  'file.write': {
    input: z.strictObject({ token, bytes }),
    output: outcome({ place: z.string(), size: z.number().int(), showToken: token }),
    maxBytes: 256 * 1024 * 1024,
  },
  /** Shows a file written in this session in the system's file manager. */
  'file.show': {
    input: z.strictObject({ token }),
    output: outcome({}),
    maxBytes: 1_024,
  },
  /** Prints a complete HTML page (no scripts) to PDF in a window of its own. */
  'print.pdf': {
    input: z.strictObject({
      html: z.string().max(50 * 1024 * 1024),
      paper: z.enum(['A4', 'Letter']),
      landscape: z.boolean(),
      /** Text at the foot of each page beside "page n of m". */
      footer: z.string().max(500),
    }),
    output: outcome({ bytes }),
    maxBytes: 64 * 1024 * 1024,
  },
  /** The native menu, made from the same command list as palette and shortcuts. */
  'menu.set': {
    input: z.strictObject({ items: z.array(menuItemSchema).max(300) }),
    output: outcome({}),
    maxBytes: 256 * 1024,
  },
  /** The renderer runs and listens; main may now send files that were opened with the app. */
  'window.ready': { input: nothing, output: outcome({}), maxBytes: 1_024 },
  /**
   * Opens the facilitator's notes in a window of their own, or brings that window to the front. It has no
   * bridge: it asks the one page that writes over a channel of their common origin.
   */
  'notes.open': { input: nothing, output: outcome({}), maxBytes: 1_024 },
  /** Whether this desktop shows notifications. */
  'reminder.able': { input: nothing, output: outcome({ able: z.boolean() }), maxBytes: 1_024 },
  /** Says on the desktop that check-ins are due. Main has the words: the page gives counts and a name. */
  'reminder.show': {
    input: z
      .strictObject({
        planName: z.string().max(500),
        due: z.number().int().min(1).max(20_000),
        overdue: z.number().int().min(0).max(20_000),
      })
      .refine(({ due, overdue }) => overdue <= due),
    output: outcome({}),
    maxBytes: 4_096,
  },
  /** Answer to the event `quit`: true when everything is saved, false when the person wants to stay. */
  'window.quit': {
    input: z.strictObject({ goOn: z.boolean() }),
    output: outcome({}),
    maxBytes: 1_024,
  },
} as const

export type Channel = keyof typeof CHANNELS
export type ChannelInput<C extends Channel> = z.input<(typeof CHANNELS)[C]['input']>
export type ChannelOutput<C extends Channel> = z.output<(typeof CHANNELS)[C]['output']>

/** What main tells the renderer unasked. */
export const EVENTS = {
  /** A menu item was chosen. */
  command: z.strictObject({ id: z.string() }),
  /** A `*.roadbook` was opened with the app, or passed by a second start. */
  openFile: z.strictObject({ name: z.string(), bytes, token }),
  /** The person wants to quit: finish pending saves, then call `window.quit`. */
  quit: z.strictObject({}),
  /** Something the person should know in one calm sentence. */
  notice: z.strictObject({ text: z.string() }),
} as const
export type EventName = keyof typeof EVENTS
export type EventPayload<E extends EventName> = z.output<(typeof EVENTS)[E]>

type Joined<S extends string> = S extends `${infer A}.${infer B}` ? `${A}${Capitalize<B>}` : S

/**
 * What the preload puts at `window.roadbook`: one named function a channel (`journal.append` becomes
 * `journalAppend`), one subscription an event (`onQuit`, which returns its own unsubscribe), frozen.
 */
export type Bridge = {
  readonly [C in Channel as Joined<C>]: (input: ChannelInput<C>) => Promise<ChannelOutput<C>>
} & {
  readonly [E in EventName as `on${Capitalize<E>}`]: (
    listener: (payload: EventPayload<E>) => void,
  ) => () => void
}
