type Base64 = {
  readonly toBase64: (bytes: Uint8Array) => string
  readonly fromBase64: (text: string) => Uint8Array
}

/**
 * Structured clone as JSON text. Stands on its own (nothing from outside its body), because its source text
 * also runs inside the page's isolated world. Cyclic values are refused.
 */
export const wireValue = ({ toBase64, fromBase64 }: Base64) => {
  const TAG = '$wire'
  const MAX_DEPTH = 500
  const refuse = (): never => {
    throw new Error('An object could not be cloned.')
  }
  const tagged = (kind: string, value?: unknown) => ({ [TAG]: kind, value })
  const views: Record<string, (buffer: ArrayBuffer) => unknown> = {
    Uint8Array: (b) => new Uint8Array(b),
    Int8Array: (b) => new Int8Array(b),
    Uint8ClampedArray: (b) => new Uint8ClampedArray(b),
    Uint16Array: (b) => new Uint16Array(b),
    Int16Array: (b) => new Int16Array(b),
    Uint32Array: (b) => new Uint32Array(b),
    Int32Array: (b) => new Int32Array(b),
    Float32Array: (b) => new Float32Array(b),
    Float64Array: (b) => new Float64Array(b),
    DataView: (b) => new DataView(b),
  }
  const kindOf = (value: object) => Object.prototype.toString.call(value).slice(8, -1)

  const packObject = (value: object, depth: number): unknown => {
    const pack = (inner: unknown) => packed(inner, depth + 1)
    if (Array.isArray(value)) return value.map(pack)
    if (value instanceof Uint8Array) return tagged('Uint8Array', toBase64(value))
    if (ArrayBuffer.isView(value)) {
      const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
      return tagged(kindOf(value), toBase64(bytes))
    }
    switch (kindOf(value)) {
      case 'ArrayBuffer':
        return tagged('ArrayBuffer', toBase64(new Uint8Array(value as ArrayBuffer)))
      case 'Date':
        return tagged('Date', pack((value as Date).getTime()))
      case 'Map':
        return tagged('Map', [...(value as Map<unknown, unknown>)].map(pack))
      case 'Set':
        return tagged('Set', [...(value as Set<unknown>)].map(pack))
      case 'RegExp':
        return tagged('RegExp', [(value as RegExp).source, (value as RegExp).flags])
      case 'Error': {
        const { name, message, stack } = value as Error
        return tagged('Error', [String(name), String(message), String(stack)])
      }
      case 'Object': {
        const entries = Object.entries(value).map(([key, inner]) => [key, pack(inner)] as const)
        return Object.hasOwn(value, TAG) ? tagged('Object', entries) : Object.fromEntries(entries)
      }
      default:
        return refuse()
    }
  }

  const packed = (value: unknown, depth: number): unknown => {
    if (depth > MAX_DEPTH) return refuse()
    switch (typeof value) {
      case 'string':
      case 'boolean':
        return value
      case 'undefined':
        return tagged('undefined')
      case 'bigint':
        return tagged('bigint', String(value))
      case 'number':
        return Number.isFinite(value) && !Object.is(value, -0)
          ? value
          : tagged('number', Object.is(value, -0) ? '-0' : String(value))
      case 'object':
        return value === null ? null : packObject(value, depth)
      case 'function':
      case 'symbol':
        return refuse()
    }
  }

  const unpackTagged = (kind: string, value: unknown): unknown => {
    const buffer = () => fromBase64(value as string).slice().buffer
    const list = () => (value as unknown[]).map(unpacked)
    switch (kind) {
      case 'undefined':
        return undefined
      case 'bigint':
        return BigInt(value as string)
      case 'number':
        return Number(value)
      case 'ArrayBuffer':
        return buffer()
      case 'Date':
        return new Date(unpacked(value) as number)
      case 'Map':
        return new Map(list() as [unknown, unknown][])
      case 'Set':
        return new Set(list())
      case 'RegExp': {
        const [source, flags] = value as [string, string]
        return new RegExp(source, flags)
      }
      case 'Error': {
        const [name, message, stack] = value as [string, string, string]
        const error = new Error(message)
        Object.defineProperty(error, 'name', { value: name, configurable: true, writable: true })
        Object.defineProperty(error, 'stack', { value: stack, configurable: true, writable: true })
        return error
      }
      case 'Object':
        return Object.fromEntries(
          (value as [string, unknown][]).map(([key, inner]) => [key, unpacked(inner)]),
        )
      default:
        return views[kind]?.(buffer())
    }
  }

  const unpacked = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value.map(unpacked)
    const kind = (value as Record<string, unknown>)[TAG]
    if (typeof kind === 'string') {
      return unpackTagged(kind, (value as Record<string, unknown>)['value'])
    }
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, unpacked(inner)]))
  }

  return {
    encode: (value: unknown): string => JSON.stringify(packed(value, 0)),
    decode: (text: string): unknown => unpacked(JSON.parse(text)),
  }
}
