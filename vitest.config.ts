import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: {
    // Importing electron from plain Node starts a download; no unit test may.
    alias: { electron: resolve(import.meta.dirname, 'tests/setup/no-electron.ts') },
  },
  test: {
    include: [
      'src/**/*.test.{ts,tsx}',
      'tests/migrations/**/*.test.ts',
      'tests/unit/**/*.test.ts',
      'tests/faults/**/*.test.ts',
    ],
    environment: 'node',
    // Patience for machines that do much else; no test measures anything by it.
    testTimeout: 60_000,
    // Every core: by itself it leaves one idle, which is half of a small machine.
    maxWorkers: '100%',
  },
})
