import { z } from 'zod'
import { REPORT_KINDS, SECTIONS_OF } from '#domain/report/options.ts'
import type { ReportKind, SectionId } from '#domain/report/options.ts'
import { ordinaryChoices } from './report-choices.ts'
import type { KindChoices, ReportChoices } from './report-choices.ts'

const keptSchema = z.object({
  kind: z.enum(REPORT_KINDS).catch('review'),
  byKind: z.record(z.string(), z.unknown()).catch({}),
})
const kindSchema = z.object({
  order: z.array(z.string()).catch([]),
  hidden: z.array(z.string()).catch([]),
  paper: z.enum(['A4', 'Letter']).catch('A4'),
  dates: z.enum(['words', 'iso']).catch('words'),
  people: z.array(z.string()).catch([]),
  journeys: z.boolean().catch(false),
})

/**
 * Choices as they were kept. Whatever cannot be read is as for somebody who never chose: parts that are gone
 * fall out, parts that are new stand at the end, people who are gone no longer filter.
 */
export function choicesFrom(kept: unknown, isPerson: (id: string) => boolean): ReportChoices {
  const ordinary = ordinaryChoices()
  const read = keptSchema.safeParse(kept)
  if (!read.success) return ordinary
  const byKind = { ...ordinary.byKind }
  for (const kind of REPORT_KINDS) {
    const own = kindSchema.safeParse(read.data.byKind[kind])
    if (own.success) byKind[kind] = fitted(kind, own.data, isPerson)
  }
  return { ...ordinary, kind: read.data.kind, byKind }
}

function fitted(
  kind: ReportKind,
  kept: z.infer<typeof kindSchema>,
  isPerson: (id: string) => boolean,
): KindChoices {
  const known: readonly SectionId[] = SECTIONS_OF[kind]
  const isKnown = (id: string): id is SectionId => (known as readonly string[]).includes(id)
  const order = [...new Set(kept.order.filter(isKnown))]
  return {
    ...kept,
    order: [...order, ...known.filter((id) => !order.includes(id))],
    hidden: kept.hidden.filter(isKnown),
    people: kept.people.filter(isPerson),
  }
}

/** What is kept of the choices; the cycle follows the screen and is not. */
export function keptOf({ kind, byKind }: ReportChoices): unknown {
  return { kind, byKind }
}
