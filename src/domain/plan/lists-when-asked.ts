import type { Id } from './field.ts'

/**
 * Lists by key of which each is made when it is first asked for, and kept. A plan of ten thousand initiatives
 * has a screenful in view: the others need no order before somebody looks at them.
 */
export class ListsWhenAsked<T> extends Map<Id, readonly T[]> {
  readonly #make: (key: Id) => readonly T[]
  /** Keys whose list nobody has asked for yet. */
  readonly #open: Set<Id>

  /** `make` must give a list of at least one for every key of `open`, and the same one whenever it is asked. */
  constructor(open: Iterable<Id>, make: (key: Id) => readonly T[]) {
    super()
    this.#open = new Set(open)
    this.#make = make
  }

  /** Another map of the same lists. Those not yet asked for stay so. */
  copy(): ListsWhenAsked<T> {
    const copy = new ListsWhenAsked<T>(this.#open, this.#make)
    for (const [key, list] of super.entries()) copy.set(key, list)
    return copy
  }

  override get(key: Id): readonly T[] | undefined {
    if (this.#open.has(key)) this.set(key, this.#make(key))
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
    for (const key of [...this.#open]) this.get(key)
  }
}
