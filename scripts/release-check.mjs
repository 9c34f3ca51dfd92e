// `npm run release-check [-- path/of/the/packaged/program]`: is Electron current, are the fuses set? Needs the
// registry; without a program it says that no fuses were checked, and fails.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { electronTrouble, fuseTroubles } from './release-rules.mjs'

process.chdir(resolve(import.meta.dirname, '..'))
const [program] = process.argv.slice(2)
const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
const asked = spawnSync('npm', ['view', 'electron', 'version'], { encoding: 'utf8', shell: true })
const troubles = [
  asked.status === 0
    ? electronTrouble(devDependencies.electron, asked.stdout.trim())
    : 'The registry does not say which Electron is the newest.',
  ...(program
    ? fuseTroubles(readFileSync(program), process.platform)
    : ['No packaged program was given: its fuses were not checked.']),
].filter(Boolean)
for (const trouble of troubles) console.error(trouble)
if (troubles.length === 0) console.log('Electron is current, and the fuses are as they should be.')
process.exit(troubles.length === 0 ? 0 : 1)
