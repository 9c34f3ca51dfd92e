import { z } from 'zod'
import { idSchema } from '../domain/plan/field.ts'

/** Why a snapshot was taken. */
export const snapshotReasonSchema = z.enum([
  'quit',
  'interval',
  'before-import',
  'before-restore',
  'before-migration',
  'before-merge',
  'by-hand',
  /** Before the first write of a session after one that did not end well. */
  'after-crash',
  /** Before the first write under another version of the app, Electron or Chromium. */
  'version-change',
  /** Right after the person restored or deleted much: a much smaller plan is meant. */
  'after-restore',
  'after-delete',
])
export type SnapshotReason = z.infer<typeof snapshotReasonSchema>

/** One snapshot of a plan as the list of them shows it. */
export const snapshotSummarySchema = z.strictObject({
  id: z.string().max(128),
  planId: idSchema,
  seq: z.number().int().min(0),
  at: z.string(),
  reason: snapshotReasonSchema,
  size: z.number().int().min(0),
  /** Rows of each kind; empty when the file is too damaged to say. */
  counts: z.record(z.string(), z.number().int().min(0)),
  /** Never thinned out for 90 days. */
  pinned: z.boolean(),
  /** `valid`: its bytes were read and their checksum is right. Only these count as a backup. */
  state: z.enum(['valid', 'quarantined', 'damaged']),
  /** Why it is not valid, in words for a person; '' when it is. */
  problem: z.string().max(1_000),
  /** Where it lies: beside the journal, in the second folder that the person chose, or in both. */
  place: z.enum(['main', 'second', 'both']),
})
export type SnapshotSummary = z.infer<typeof snapshotSummarySchema>
