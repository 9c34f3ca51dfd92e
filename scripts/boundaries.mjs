// Runs dependency-cruiser over src and fails when it saw suspiciously little: a checker that saw nothing must not pass.
import { cruise } from 'dependency-cruiser'
import { createRequire } from 'node:module'
import { readdirSync } from 'node:fs'

const { forbidden, options } = createRequire(import.meta.url)('../.dependency-cruiser.cjs')
const sources = readdirSync('src', { recursive: true }).filter(
  (file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && !/\.d\.ts$/.test(file),
)
const result = await cruise(['src'], {
  ...options,
  ruleSet: { forbidden },
  validate: true,
  outputType: 'err',
})
const { output, exitCode } = result
process.stdout.write(output)

const json = await cruise(['src'], { ...options, outputType: 'json' })
const seen = JSON.parse(json.output).modules.filter((m) => m.source.startsWith('src/')).length
if (seen < sources.length * 0.95) {
  console.error(`boundaries: saw only ${seen} of ${sources.length} source files`)
  process.exit(1)
}
console.log(`boundaries: ${seen} modules seen`)
process.exit(exitCode)
