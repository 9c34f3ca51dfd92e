// The package's own types pull Node's into a room that must not have them; this is the part in use.
declare module 'papaparse/papaparse.js' {
  type ParseError = { readonly code: string; readonly message: string }
  type StepResult = {
    readonly data: readonly string[]
    readonly errors: readonly ParseError[]
    readonly meta: { readonly cursor: number }
  }
  type Config = {
    readonly delimiter: string
    readonly newline: '\n'
    readonly quoteChar: '"'
    readonly header: false
    readonly skipEmptyLines: false
    readonly step: (result: StepResult, parser: { readonly abort: () => void }) => void
  }
  const Papa: { readonly parse: (text: string, config: Config) => unknown }
  export { Papa as default }
}
