const NAME_LENGTH = 40

/** A title on one line, cut to about 40 characters, never inside a character. */
export function shortTitle(title: string, length = NAME_LENGTH): string {
  const line = title.replace(/\s+/gu, ' ').trim()
  const letters = [...line]
  if (letters.length <= length) return line
  return `${letters
    .slice(0, length - 1)
    .join('')
    .trimEnd()}…`
}

/** The title as a step's name quotes it: `"Chatbot"`. */
export function quoted(title: string): string {
  return `"${shortTitle(title)}"`
}

/** `1 day`, `2 days`: a count with its noun in English. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${String(count)} ${count === 1 ? one : many}`
}
