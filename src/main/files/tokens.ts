/** What a token stands for: a place chosen for writing, or a file that may be shown in its folder. */
export type TokenUse = 'write' | 'show'

const MOST = 1_000

export type Tokens = {
  /** A new token for `path`; the oldest is forgotten after a thousand. */
  readonly mint: (use: TokenUse, path: string) => string
  /** The path, and the token is spent. */
  readonly spend: (use: TokenUse, token: string) => string | null
  /** The path; the token stays good for this session. */
  readonly look: (use: TokenUse, token: string) => string | null
}

/** Paths stay in main: the renderer holds tokens of this session, each good for one use. */
export function createTokens(random: (bytes: number) => Uint8Array): Tokens {
  const places = new Map<string, { readonly use: TokenUse; readonly path: string }>()
  const look = (use: TokenUse, token: string): string | null => {
    const place = places.get(token)
    return place?.use === use ? place.path : null
  }
  return {
    mint: (use, path) => {
      const token = Buffer.from(random(24)).toString('base64url')
      places.set(token, { use, path })
      const oldest = places.keys().next().value
      if (places.size > MOST && oldest !== undefined) places.delete(oldest)
      return token
    },
    spend: (use, token) => {
      const path = look(use, token)
      if (path !== null) places.delete(token)
      return path
    },
    look,
  }
}
