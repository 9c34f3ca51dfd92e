type Outcome =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: string }
type Parcel =
  | { readonly kind: 'expose'; readonly key: string; readonly value: unknown }
  | { readonly kind: 'call'; readonly call: number; readonly fn: number; readonly args: unknown }
  | { readonly kind: 'result'; readonly call: number; readonly outcome: Outcome }
  | { readonly kind: 'settled'; readonly promise: number; readonly outcome: Outcome }

/**
 * One side of the context bridge: carries values between the page's world and the preload's world. Both
 * worlds share the window's events; the detail of one is structurally cloned on the way. Functions and
 * promises stay where they are and are called by number. Stands on its own: its source runs in both worlds.
 */
export const worldBridge = (secret: string, inbound: string, outbound: string) => {
  // Taken before any page script runs, so that a page which replaces them changes nothing here.
  const target = window
  const dispatch = target.dispatchEvent.bind(target)
  const Custom = CustomEvent
  const detail = Object.getOwnPropertyDescriptor(CustomEvent.prototype, 'detail')
  const functions: ((...args: unknown[]) => unknown)[] = []
  const promises = new Map<number, (outcome: Outcome) => void>()
  const results = new Map<number, Outcome>()
  let lastNumber = 0
  const uncloneable = 'An object could not be cloned.'

  const post = (parcel: Parcel) => {
    dispatch(new Custom(outbound, { detail: parcel }))
  }
  const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

  const pack = (value: unknown): unknown => {
    if (typeof value === 'function') {
      functions.push(value as (...args: unknown[]) => unknown)
      return { [secret]: 'function', id: functions.length - 1 }
    }
    if (typeof value !== 'object' || value === null) return value
    if (value instanceof Promise) {
      const promise = ++lastNumber
      value.then(
        (inner) => post({ kind: 'settled', promise, outcome: { ok: true, value: pack(inner) } }),
        (error: unknown) =>
          post({ kind: 'settled', promise, outcome: { ok: false, error: messageOf(error) } }),
      )
      return { [secret]: 'promise', id: promise }
    }
    if (Array.isArray(value)) return value.map(pack)
    const prototype: unknown = Object.getPrototypeOf(value)
    if (prototype !== Object.prototype && prototype !== null) return value
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, pack(inner)]))
  }

  const unpack = (value: unknown, freeze: boolean): unknown => {
    if (typeof value !== 'object' || value === null) return value
    const id = (value as { id?: number }).id ?? 0
    const mark = Object.hasOwn(value, secret) ? (value as Record<string, unknown>)[secret] : ''
    if (mark === 'function') return freeze ? Object.freeze(proxyOf(id)) : proxyOf(id)
    if (mark === 'promise') {
      return new Promise((resolve, reject) => {
        promises.set(id, (outcome) =>
          outcome.ok ? resolve(unpack(outcome.value, false)) : reject(new Error(outcome.error)),
        )
      })
    }
    let taken: unknown = value
    if (Array.isArray(value)) taken = value.map((inner) => unpack(inner, freeze))
    else if (Object.getPrototypeOf(value) === Object.prototype) {
      const entries = Object.entries(value)
      taken = Object.fromEntries(entries.map(([key, inner]) => [key, unpack(inner, freeze)]))
    }
    return freeze ? Object.freeze(taken) : taken
  }

  const proxyOf =
    (fn: number) =>
    (...args: unknown[]): unknown => {
      const call = ++lastNumber
      post({ kind: 'call', call, fn, args: pack(args) })
      const outcome = results.get(call) ?? { ok: false, error: uncloneable }
      results.delete(call)
      if (!outcome.ok) throw new Error(outcome.error)
      return unpack(outcome.value, false)
    }

  const run = (fn: number, args: unknown): Outcome => {
    try {
      const values = unpack(args, false) as unknown[]
      return { ok: true, value: pack(functions[fn]?.(...values)) }
    } catch (error) {
      return { ok: false, error: messageOf(error) }
    }
  }

  target.addEventListener(
    inbound,
    (event) => {
      const parcel = detail?.get?.call(event) as Parcel | null
      if (parcel === null) return
      switch (parcel.kind) {
        case 'expose':
          if (Object.hasOwn(target, parcel.key)) return
          Object.defineProperty(target, parcel.key, {
            value: unpack(parcel.value, true),
            enumerable: true,
          })
          return
        case 'call':
          post({ kind: 'result', call: parcel.call, outcome: run(parcel.fn, parcel.args) })
          return
        case 'result':
          results.set(parcel.call, parcel.outcome)
          return
        case 'settled':
          promises.get(parcel.promise)?.(parcel.outcome)
          promises.delete(parcel.promise)
      }
    },
    true,
  )

  return {
    expose: (key: string, value: unknown) => post({ kind: 'expose', key, value: pack(value) }),
  }
}
