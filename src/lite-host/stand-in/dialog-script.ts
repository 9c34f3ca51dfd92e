/** Answers that a test has prepared for the dialogs to come, used up in order. */
export type DialogScript = {
  /** Paths for open dialogs. */
  readonly open?: readonly string[]
  /** Paths for save dialogs. */
  readonly save?: readonly string[]
  /** Numbers of buttons for questions. */
  readonly message?: readonly number[]
}

const prepared = { open: [] as string[], save: [] as string[], message: [] as number[] }

export const prepareDialogs = ({ open = [], save = [], message = [] }: DialogScript): void => {
  prepared.open.push(...open)
  prepared.save.push(...save)
  prepared.message.push(...message)
}

/** The next prepared answer; undefined stands for "cancelled". */
export const nextOpen = (): string | undefined => prepared.open.shift()
export const nextSave = (): string | undefined => prepared.save.shift()
export const nextAnswer = (): number | undefined => prepared.message.shift()
