import type { Head } from '#domain/plan/operation.ts'
import { sha256Hex } from '#main/files/atomic-file.ts'
import { linesOf, readLine } from '#main/journal/journal-line.ts'
import { changedOnDisk } from '#main/journal/read-page.ts'
import type { PlanRows } from './plan-rows.ts'
import {
  advance,
  doesNotAddUp,
  emptyRows,
  listIn,
  rowsOf,
  sortedThings,
  textOf,
} from './plan-rows.ts'
import type { GateInput, GateResult } from './snapshot-gate.ts'
import { passGate } from './snapshot-gate.ts'

/** Where the rows on the bench stand. */
export type Stand = { readonly seq: number; readonly hash: string }

/** A whole state, ready to be written below a header. */
export type MadeState = {
  readonly gate: GateResult
  readonly body: Uint8Array
  /** SHA-256 of `body`. */
  readonly sha256: string
}

type Bounds = Pick<GateInput, 'hash' | 'version' | 'lastCount' | 'confirmedShrink'>

/**
 * Everything of a snapshot that computes and touches no disk: bytes and texts go in, a state that passed the
 * gate or not comes out. It is slow for a large plan and belongs on a thread of its own. One plan lies on the
 * bench at a time; the rows of the last one stay there, so that next time only new steps have to be read.
 */
export function createStateWorks() {
  let bench: { readonly planId: string; readonly rows: PlanRows } | null = null

  const standOf = ({ seq, hash }: PlanRows): Stand => ({ seq, hash })
  const made = (things: readonly unknown[], input: Omit<GateInput, 'rows'>, text: string) => {
    const body = Buffer.from(text)
    return { gate: passGate({ ...input, rows: things }), body, sha256: sha256Hex(body) }
  }

  return {
    /** Where the rows of this plan stand that are still there; null when they do not lead to `upTo`. */
    resume: ({
      planId,
      upTo,
    }: {
      readonly planId: string
      readonly upTo: number
    }): Stand | null => {
      if (bench?.planId !== planId || bench.rows.seq > upTo) bench = null
      return bench && standOf(bench.rows)
    },

    /** Begins with the rows of a snapshot, or without any. Throws `damaged` when they do not add up. */
    begin: ({ planId, snapshot }: BeginInput): Stand => {
      bench = null
      const rows = snapshot ? rowsOf(snapshot.text, snapshot.head) : emptyRows()
      bench = { planId, rows }
      return standOf(rows)
    },

    /** Puts lines of the journal on top; nothing stays on the bench when they do not fit. */
    advance: ({ lines, upTo }: AdvanceInput): Stand => {
      const known = bench
      bench = null
      if (!known) throw doesNotAddUp('its beginning is missing')
      for (const { line } of linesOf(lines)) {
        const read = readLine(line)
        if (!read) throw changedOnDisk()
        if (read.seq <= upTo) advance(known.rows, read.op)
      }
      bench = known
      return standOf(known.rows)
    },

    /** The state on the bench. Rows that the person took back after the step `since` explain a loss. */
    state: ({ since, ...bounds }: Bounds & { readonly since: number }): MadeState => {
      if (!bench) throw doesNotAddUp('its beginning is missing')
      const { rows } = bench
      const things = sortedThings(rows)
      const taken = rows.takenBack.filter(({ seq }) => seq > since)
      const explainedRows = taken.reduce((sum, step) => sum + step.rows, 0)
      return made(things, { ...bounds, explainedRows }, textOf(things))
    },

    /** A state as the page sent it; null when it does not hold as many rows as it should. */
    fromText: ({ text, count, ...bounds }: FromTextInput): MadeState | null => {
      const things = listOrNull(text)
      if (things?.length !== count) return null
      return made(things, { ...bounds, explainedRows: 0 }, text)
    },

    /** Throws `damaged` unless the rows in a text add up to the head. */
    check: ({ text, head }: { readonly text: string; readonly head: Head }): null => {
      rowsOf(text, head)
      return null
    },
  }
}

type BeginInput = {
  readonly planId: string
  readonly snapshot: { readonly text: string; readonly head: Head } | null
}
type AdvanceInput = { readonly lines: Uint8Array; readonly upTo: number }
type FromTextInput = Bounds & { readonly text: string; readonly count: number }

type Works = ReturnType<typeof createStateWorks>
export type WorkName = keyof Works

/** The works as others see them: wherever they run, the answer comes later. */
export type StateWorks = {
  readonly [N in WorkName]: (input: Parameters<Works[N]>[0]) => Promise<ReturnType<Works[N]>>
}

/** The works on the thread of the caller. For tests, and where no other thread can be started. */
export function worksHere(): StateWorks {
  const works = createStateWorks()
  const later =
    <I, O>(work: (input: I) => O) =>
    async (input: I): Promise<O> => {
      // Whoever waits is answered between two pieces of work.
      await new Promise((go) => setImmediate(go))
      return work(input)
    }
  return {
    resume: later(works.resume),
    begin: later(works.begin),
    advance: later(works.advance),
    state: later(works.state),
    fromText: later(works.fromText),
    check: later(works.check),
  }
}

function listOrNull(text: string): readonly unknown[] | null {
  try {
    return listIn(text)
  } catch {
    return null
  }
}
