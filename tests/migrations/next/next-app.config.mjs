import { resolve } from 'node:path'
import { defineConfig } from 'electron-vite'
import { mergeConfig } from 'vite'
import config from '../../../electron.vite.config.ts'
import { nextVersion } from './next-version.ts'

const out = (part) => ({
  plugins: [nextVersion('retitle.ts', 'retitle')],
  build: { outDir: resolve('.cache/next-app/out', part) },
})

// The whole app as its next version would be, into a folder of its own.
export default defineConfig(
  mergeConfig(config, { main: out('main'), preload: out('preload'), renderer: out('renderer') }),
)
