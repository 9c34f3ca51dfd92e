import type { CommandContext } from '../plan/command.ts'
import type { Id } from '../plan/field.ts'
import { LIMITS } from '../plan/limits.ts'
import { orderKeysAfter } from '../plan/order-key.ts'
import type { Plan } from '../plan/plan.ts'
import { hueSchema, initialsOf, type Person } from '../people/person.ts'
import { cutText } from './clean-text.ts'

export const HUES = hueSchema.options

const keyOf = (name: string) => name.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase()

/** Finds people of a plan by name, whatever the case and blanks, and adds those that are new. */
export class PeopleBook {
  readonly #ids = new Map<string, Id>()
  readonly #added: Omit<Person, 'order'>[] = []
  readonly #plan: Plan | null
  readonly #context: CommandContext
  readonly #warn: (line: number, text: string) => void

  constructor(
    plan: Plan | null,
    context: CommandContext,
    warn: (line: number, text: string) => void,
  ) {
    this.#plan = plan
    this.#context = context
    this.#warn = warn
    for (const person of plan?.person.values() ?? []) this.#ids.set(keyOf(person.name), person.id)
  }

  /** The id of the person with this name; null for an empty name. */
  idOf(written: string, line: number): Id | null {
    const name = written.replace(/\s+/gu, ' ').trim()
    if (name === '') return null
    const known = this.#ids.get(keyOf(name))
    if (known !== undefined) return known
    if (name.length > LIMITS.title) this.#warn(line, 'The owner’s name is too long; it was cut.')
    const id = this.#context.newId()
    const hue = HUES[((this.#plan?.person.size ?? 0) + this.#added.length) % HUES.length] ?? 'blue'
    this.#ids.set(keyOf(name), id)
    this.#added.push({
      kind: 'person',
      id,
      name: cutText(name, LIMITS.title),
      initials: cutText(initialsOf(name.replace(/[()[\]]/g, '')), 8),
      hue,
      role: '',
      daysPerWeek: 5,
      daysOff: [],
    })
    return id
  }

  /** The people who were not in the plan, in the order in which they were met. */
  get added(): readonly Person[] {
    const keys = orderKeysAfter(this.#plan?.person.values() ?? [], this.#added.length)
    return this.#added.map((person, at) => ({ ...person, order: keys[at] ?? 'a0' }))
  }
}
