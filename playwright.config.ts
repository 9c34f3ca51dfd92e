import { defineConfig } from '@playwright/test'

/** The same specs run on both hosts; where Electron's runtime is missing its tests say that they were skipped. */
export default defineConfig<{ hostName: 'lite' | 'electron' }>({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  // Patience for slow machines; no test measures anything by it.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  // A click may come to nothing on a small machine that does much at once: tried again, and counted as such.
  // What could lose something says itself that it never is.
  retries: 1,
  // Most of a test is waiting for starts, flushes and kills: two cores keep three of them busy.
  workers: 3,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: '.cache/test-reports/playwright.json' }]],
  projects: [
    { name: 'lite', testIgnore: /electron-only/, use: { hostName: 'lite' } },
    { name: 'electron', use: { hostName: 'electron' } },
  ],
})
