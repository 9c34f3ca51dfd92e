import type { TextHints } from '#domain/exchange/outline.ts'
import type { SourceContent } from '#domain/exchange/read-source.ts'
import type { InputRefusal } from '#domain/exchange/refusal.ts'
import type { TableOptions } from '#domain/exchange/table.ts'

/** What the worker is asked to read. */
export type GateRequest = {
  readonly source: string | Uint8Array
  readonly name: string
  readonly options: TableOptions
  readonly hints: TextHints
}

/** What it read; `text` is the text of a file that is not a plan. */
export type GateAnswer = (SourceContent & { readonly text: string }) | InputRefusal
