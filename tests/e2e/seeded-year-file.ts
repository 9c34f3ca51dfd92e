import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { countingContext } from '#domain/plan/plan-arbitrary.ts'
import { writePlanFile } from '#domain/exchange/plan-file.ts'
import { SEEDED_TODAY, seededYear } from '#domain/sample/seeded-year.ts'
import type { Roadbook } from './host/fixtures.ts'
import { expect } from './host/fixtures.ts'

/** Opens the seeded year from a `.roadbook` file as a person would; its today is `SEEDED_TODAY`. */
export async function openSeededYear(roadbook: Roadbook, page: Page): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'roadbook-year-'))
  const file = join(folder, 'year.roadbook')
  const things = seededYear(countingContext(SEEDED_TODAY, 'year-'))
  writeFileSync(file, writePlanFile(things, { savedAt: `${SEEDED_TODAY}T09:00:00.000Z`, app: '1' }))
  await roadbook.scriptDialogs({ open: [file] })
  await page.keyboard.press('ControlOrMeta+Shift+O')
  await page.getByRole('button', { name: 'Open as a plan' }).click()
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible()
  rmSync(folder, { recursive: true, force: true })
}
