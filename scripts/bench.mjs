// `npm run bench [-- --sizes S,L --runs 5]`: builds what is missing and runs bench/run.mjs.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const run = (command, args, cwd) => {
  const { status } = spawnSync(command, args, { cwd, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
run('npm', ['run', 'build'], '.')
if (!existsSync('bench/node_modules')) run('npm', ['ci'], 'bench')
run('npx', ['vite', 'build', '--logLevel', 'warn'], 'bench')
run('node', ['run.mjs', ...process.argv.slice(2)], 'bench')
run('node', ['workshop-cards.mjs'], 'bench')
