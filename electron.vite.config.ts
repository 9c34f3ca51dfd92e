import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { resolve } from 'node:path'

// Every command runs where package.json is; a configuration that builds upon this one may lie elsewhere.
const at = (path: string) => resolve(path)

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      // Main and the thread that makes snapshots find all they need beside them, also inside a package.
      externalizeDeps: false,
      rollupOptions: {
        external: ['playwright-core'],
        input: {
          index: at('src/main/index.ts'),
          'works-worker': at('src/main/snapshots/works-worker.ts'),
          'lite-host': at('src/lite-host/index.ts'),
          'electron-stand-in': at('src/lite-host/electron-stand-in.ts'),
          report: at('src/cli/report.ts'),
          import: at('src/cli/import.ts'),
          tour: at('src/cli/tour.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      rollupOptions: {
        input: { index: at('src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs', inlineDynamicImports: true },
      },
    },
  },
  renderer: {
    root: at('src/renderer'),
    plugins: [react()],
    worker: { format: 'es' },
    build: {
      outDir: at('out/renderer'),
      target: 'chrome140',
      // electron-vite leaves the renderer readable by default; a smaller first script starts faster.
      minify: true,
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rollupOptions: {
        input: { index: at('src/renderer/index.html') },
        // Zod and the line that keeps it from trying eval stay in one chunk: whatever chunk makes the first
        // schema then finds the line already run.
        output: {
          codeSplitting: {
            groups: [{ name: 'zod', test: /node_modules[\\/]zod[\\/]|lib[\\/]zod-without-eval/ }],
          },
        },
      },
    },
  },
})
