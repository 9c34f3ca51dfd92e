/** Where in an input something stands, as a person counts: lines and columns from 1. */
export type Place = {
  /** The file's name; '' for pasted text. */
  readonly file: string
  /** 0 when no line can be named. */
  readonly line: number
  /** 0 when no column can be named. */
  readonly column: number
  /** The row and field of a plan file, e.g. `row 12 “First response”, metric.target`; '' otherwise. */
  readonly field: string
}

/** An input that is refused whole: what is wrong and what to do, and where. Nothing was changed. */
export type InputRefusal = {
  readonly ok: false
  readonly message: string
  readonly place: Place
}

/** Something that a person should look at, with the line that it is about (0 for the whole input). */
export type InputWarning = { readonly line: number; readonly text: string }

/** Builds a refusal; `message` says what is wrong and what to do. */
export function refuseInput(message: string, place: Partial<Place> = {}): InputRefusal {
  return { ok: false, message, place: { file: '', line: 0, column: 0, field: '', ...place } }
}

/** The line and column of an offset, both from 1. CRLF and LF count as one line end. */
export function placeOf(text: string, offset: number): { line: number; column: number } {
  let line = 1
  let start = 0
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) {
    line += 1
    start = at + 1
  }
  return { line, column: Math.max(1, offset - start + 1) }
}

/** A refusal in one line for a shell or a dialog: `plan.roadbook, line 3, column 7: …`. */
export function describeRefusal(refusal: InputRefusal): string {
  const { file, line, column, field } = refusal.place
  const place = [
    file,
    line > 0 ? `line ${String(line)}` : '',
    line > 0 && column > 0 ? `column ${String(column)}` : '',
    field,
  ]
    .filter(Boolean)
    .join(', ')
  return place === '' ? refusal.message : `${place}: ${refusal.message}`
}
