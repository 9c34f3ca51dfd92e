/** A plugin for Vite: the two lines that the next version would change, changed; its step is in a file beside. */
export const nextVersion = (file: string, step: string) => ({
  name: 'next-version',
  enforce: 'pre' as const,
  transform(code: string, id: string) {
    const swap = (from: string, to: string) => {
      if (!code.includes(from)) throw new Error(`${id} does not say ${from}`)
      return code.replace(from, to)
    }
    if (id.endsWith('domain/plan/thing.ts')) return swap('PLAN_VERSION = 1', 'PLAN_VERSION = 2')
    if (id.endsWith('domain/plan/format-ladder.ts'))
      return `import { ${step} } from '${import.meta.dirname}/${file}'
        ${swap('FormatStep[] = []', `FormatStep[] = [${step}]`)}`
    return null
  },
})
