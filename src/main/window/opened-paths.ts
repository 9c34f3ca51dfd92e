import { resolve } from 'node:path'

/** The plan files among the words of a command line, as absolute paths, each once. */
export function planPathsIn(argv: readonly string[], folder: string): readonly string[] {
  const paths = argv
    .slice(1)
    .filter((word) => !word.startsWith('-') && word.toLowerCase().endsWith('.roadbook'))
    .map((word) => resolve(folder, word))
  return [...new Set(paths)]
}
