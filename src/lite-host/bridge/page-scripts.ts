import { randomBytes } from 'node:crypto'
import { preloadWorld } from './preload-world.ts'
import { textPieces } from './text-pieces.ts'
import { wireValue } from './wire-value.ts'
import { worldBridge } from './world-bridge.ts'

/** The isolated world that the preload runs in. */
export const PRELOAD_WORLD = 'roadbook-preload'

/** The function that the host adds to that world. */
export const HOST_BINDING = 'roadbookHost'

type PageScripts = {
  /** Runs first in the page's own world: only receives what the preload exposes. */
  readonly main: string
  /** Runs in the isolated world. */
  readonly preload: string
}

/** The two scripts that run in the top frame of every document before its own scripts. */
export const pageScripts = (preloadSource: string): PageScripts => {
  const secret = randomBytes(16).toString('hex')
  const [toMain, toPreload] = [`${secret}>page`, `${secret}>preload`].map((n) => JSON.stringify(n))
  const side = (inbound = '', outbound = '') =>
    `(${worldBridge.toString()})(${JSON.stringify(secret)}, ${inbound}, ${outbound})`
  const base64 =
    '{ toBase64: (bytes) => bytes.toBase64(), fromBase64: (text) => Uint8Array.fromBase64(text) }'
  return {
    main: `if (window.top === window) { ${side(toMain, toPreload)} }`,
    preload: `if (window.top === window) {
      const host = (${preloadWorld.toString()})({
        wire: (${wireValue.toString()})(${base64}),
        pieces: ${textPieces.toString()},
        bridge: ${side(toPreload, toMain)},
        binding: ${JSON.stringify(HOST_BINDING)},
      })
      const module = { exports: {} };
      (function (require, module, exports) {
${preloadSource}
      })(host.require, module, module.exports)
    }`,
  }
}
