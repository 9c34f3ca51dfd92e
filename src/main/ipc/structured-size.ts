const MAX_DEPTH = 64

/**
 * About how many bytes a value took on its way over IPC; Infinity as soon as it is over `cap`, nested
 * deeper than 64, or holds anything but plain data. Iterative: a hostile value cannot exhaust the stack.
 * What is reached twice counts twice, as it will when it is written down; a circle is too deep.
 */
export function structuredSize(value: unknown, cap: number): number {
  const todo: { value: unknown; depth: number }[] = [{ value, depth: 0 }]
  let size = 0
  for (let next = todo.pop(); next; next = todo.pop()) {
    const { value: item, depth } = next
    size += 8
    if (typeof item === 'string') size += Buffer.byteLength(item)
    else if (typeof item === 'object' && item !== null) {
      if (item instanceof Uint8Array) size += item.byteLength
      else if (depth >= MAX_DEPTH || !isPlain(item)) return Infinity
      else size += addParts(item, depth + 1, todo)
    } else if (typeof item === 'function' || typeof item === 'symbol') return Infinity
    if (size > cap) return Infinity
  }
  return size
}

function isPlain(item: object): boolean {
  if (Array.isArray(item)) return true
  const prototype: unknown = Object.getPrototypeOf(item)
  return prototype === Object.prototype || prototype === null
}

function addParts(item: object, depth: number, todo: { value: unknown; depth: number }[]): number {
  let keys = 0
  for (const [key, value] of Object.entries(item)) {
    keys += Array.isArray(item) ? 0 : Buffer.byteLength(key)
    todo.push({ value, depth })
  }
  return keys
}
