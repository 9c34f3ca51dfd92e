/** Names that JavaScript itself or a debugger asks of any object. */
const PROBED = new Set(['then', 'toJSON', 'constructor', 'prototype', 'inspect', 'nodeType'])

/**
 * The same object, but every name that it does not have throws "not in the lite host": where the app starts
 * to use more of Electron than the stand-in has, that shows at once.
 */
export const onlyListed = <T extends object>(name: string, api: T): T =>
  new Proxy(api, {
    get: (target, key): unknown => {
      if (key in target || typeof key === 'symbol' || PROBED.has(key))
        return Reflect.get(target, key)
      throw new Error(`not in the lite host: ${name}.${key}`)
    },
    set: (target, key, value): boolean => {
      if (key in target || typeof key === 'symbol' || key.startsWith('_')) {
        return Reflect.set(target, key, value)
      }
      throw new Error(`not in the lite host: ${name}.${key} =`)
    },
  })
