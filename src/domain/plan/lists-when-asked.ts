import type { Id } from './field.ts'

/**
 * Lists by key of which each is made when it is first asked for, and kept. A plan of ten thousand initiatives
 * has a screenful in view: the others need no order before somebody looks at them.
 */
export class ListsWhenAsked<T> extends Map<Id, readonly T[]> {
  /** How the lists come about that nobody has asked for yet. */
  readonly #open: Map<Id, () => readonly T[]>

  /** Each `make` must give a list of at least one, and the same one whenever it is asked. */
  constructor(open: Iterable<readonly [Id, () => readonly T[]]>) {
    super()
    this.#open = new Map(open)
  }

  /** Another map of the same lists. Those not yet asked for stay so. */
  copy(): ListsWhenAsked<T> {
    const copy = new ListsWhenAsked(this.#open)
    for (const [key, list] of super.entries()) copy.set(key, list)
    return copy
  }

  /** Whether nobody has asked for the list yet. */
  isOpen(key: Id): boolean {
    return this.#open.has(key)
  }

  /** Puts a list in the place of one that nobody has asked for, to be made when somebody does. */
  setOpen(key: Id, make: () => readonly T[]): void {
    super.delete(key)
    this.#open.set(key, make)
  }

  override get(key: Id): readonly T[] | undefined {
    const make = this.#open.get(key)
    if (make) this.set(key, make())
    return super.get(key)
  }

  override has(key: Id): boolean {
    return this.#open.has(key) || super.has(key)
  }

  override get size(): number {
    return this.#open.size + super.size
  }

  override set(key: Id, list: readonly T[]): this {
    this.#open.delete(key)
    return super.set(key, list)
  }

  override delete(key: Id): boolean {
    const wasOpen = this.#open.delete(key)
    return super.delete(key) || wasOpen
  }

  override clear(): void {
    this.#open.clear()
    super.clear()
  }

  override forEach(visit: (list: readonly T[], key: Id, map: Map<Id, readonly T[]>) => void): void {
    this.#makeAll()
    super.forEach(visit)
  }

  override entries(): MapIterator<[Id, readonly T[]]> {
    this.#makeAll()
    return super.entries()
  }

  override keys(): MapIterator<Id> {
    this.#makeAll()
    return super.keys()
  }

  override values(): MapIterator<readonly T[]> {
    this.#makeAll()
    return super.values()
  }

  override [Symbol.iterator](): MapIterator<[Id, readonly T[]]> {
    return this.entries()
  }

  #makeAll(): void {
    for (const key of [...this.#open.keys()]) this.get(key)
  }
}
