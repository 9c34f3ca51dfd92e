import react from '@vitejs/plugin-react'
import { resolve } from 'node:path'
import { defineConfig } from 'vite'

const at = (path) => resolve(import.meta.dirname, path)

export default defineConfig({
  root: at('pages'),
  base: '/bench/',
  plugins: [react()],
  resolve: { preserveSymlinks: false },
  build: {
    outDir: at('out'),
    emptyOutDir: true,
    target: 'chrome140',
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: {
        floor: at('pages/floor.html'),
        svar: at('pages/svar.html'),
        seed: at('pages/seed.html'),
      },
    },
  },
})
