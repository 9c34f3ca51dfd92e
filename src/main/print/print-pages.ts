const PATH = '/print/'

/** Pages that wait to be printed. Each lies at an address that nobody can guess and is given out once. */
export type PrintPages = {
  /** The path under the app's origin where `html` can be loaded once. */
  readonly put: (html: string) => string
  readonly take: (path: string) => string | null
  /** Forgets a page that was never loaded. */
  readonly drop: (path: string) => void
}

export function createPrintPages(random: (bytes: number) => Uint8Array): PrintPages {
  const waiting = new Map<string, string>()
  return {
    put: (html) => {
      const path = PATH + Buffer.from(random(24)).toString('base64url')
      waiting.set(path, html)
      return path
    },
    take: (path) => {
      const html = waiting.get(path) ?? null
      waiting.delete(path)
      return html
    },
    drop: (path) => {
      waiting.delete(path)
    },
  }
}
