import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

/** Rules without any state of a module's own: their tests need no fresh copy of every module, file by file. */
const PURE = ['src/domain/**/*.test.ts', 'src/shared/**/*.test.ts']

export default defineConfig({
  resolve: {
    // Importing electron from plain Node starts a download; no unit test may.
    alias: { electron: resolve(import.meta.dirname, 'tests/setup/no-electron.ts') },
  },
  test: {
    environment: 'node',
    // Patience for machines that do much else; no test measures anything by it.
    testTimeout: 60_000,
    expect: { poll: { timeout: 30_000 } },
    // Every core: by itself it leaves one idle, which is half of a small machine.
    maxWorkers: '100%',
    projects: [
      { extends: true, test: { name: 'rules', include: PURE, isolate: false } },
      {
        extends: true,
        test: {
          name: 'rooms',
          include: [
            'src/**/*.test.{ts,tsx}',
            'tests/migrations/**/*.test.ts',
            'tests/unit/**/*.test.ts',
            'tests/faults/**/*.test.ts',
          ],
          exclude: PURE,
        },
      },
    ],
  },
})
