import type { z } from 'zod'
import { predicateOf } from '../plan/command-input.ts'
import { LIMITS } from '../plan/limits.ts'
import { kindSchema } from '../plan/field.ts'
import { KIND_WORDS } from '../plan/kind-words.ts'
import { THING_SCHEMAS, type Thing } from '../plan/thing.ts'
import { cleanText, quoteTitle } from './clean-text.ts'

type RowResult =
  | { readonly ok: true; readonly thing: Thing }
  | { readonly ok: false; readonly field: string; readonly message: string }

/** Every text of a value cleaned, `-0` as 0. The scan has bounded the depth before. */
function cleanValue(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value)
  if (typeof value === 'number') return value === 0 ? 0 : value
  if (Array.isArray(value)) return value.map(cleanValue)
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cleanValue(item)]))
  return value
}

/** What a row calls itself, for a message. */
export function rowLabel(row: Readonly<Record<string, unknown>>): string {
  const kind = kindSchema.safeParse(row['kind'])
  const word = kind.success ? KIND_WORDS[kind.data] : ''
  const name = [row['title'], row['name'], row['text'], row['id']].find(
    (text) => typeof text === 'string' && text.trim() !== '',
  )
  return [word, typeof name === 'string' ? quoteTitle(name) : ''].filter(Boolean).join(' ')
}

function issueSentence(issue: z.core.$ZodIssue | undefined): string {
  if (!issue) return 'is not valid.'
  if (issue.code === 'unrecognized_keys')
    return `has a field that this version does not know (${issue.keys.slice(0, 3).join(', ').slice(0, 80)}).`
  return `${predicateOf(issue)}.`
}

/**
 * One row of a file against its strict schema. Fields that this version does not know are kept in
 * `extra`, up to 4 KB. `field` names the row and the field for a person.
 */
export function readRow(value: unknown): RowResult {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { ok: false, field: '', message: 'This row is not an object.' }
  const row = value as Readonly<Record<string, unknown>>
  const kind = kindSchema.safeParse(row['kind'])
  if (!kind.success)
    return { ok: false, field: ', kind', message: 'The kind of this row is not known.' }
  const schema = THING_SCHEMAS[kind.data]
  const known: Record<string, unknown> = {}
  const extra: Record<string, unknown> = {}
  for (const [name, item] of Object.entries(row)) {
    if (name === 'extra') {
      if (typeof item !== 'object' || item === null || Array.isArray(item))
        return { ok: false, field: `, ${rowLabel(row)}, extra`, message: 'extra is not an object.' }
      for (const [key, kept] of Object.entries(item))
        if (!Object.hasOwn(extra, key)) extra[key] = cleanValue(kept)
    } else if (Object.hasOwn(schema.shape, name)) known[name] = cleanValue(item)
    else extra[name] = cleanValue(item)
  }
  if (Object.keys(extra).length > 0) {
    const size = JSON.stringify(extra).length
    if (size > LIMITS.extraBytes)
      return {
        ok: false,
        field: `, ${rowLabel(row)}`,
        message: `It carries ${String(size)} bytes in fields that this version does not know; at most ${String(LIMITS.extraBytes)} are kept.`,
      }
    known['extra'] = extra
  }
  const parsed = schema.safeParse(known)
  if (parsed.success) return { ok: true, thing: parsed.data as Thing }
  const issue = parsed.error.issues[0]
  const path = issue?.path.join('.') ?? ''
  return {
    ok: false,
    field: `, ${[rowLabel(row), path].filter(Boolean).join(', ')}`,
    message: `${path === '' ? 'The row' : path} ${issueSentence(issue)}`,
  }
}
