import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Day } from '#domain/calendar/day.ts'
import { countingContext } from '#domain/plan/plan-arbitrary.ts'
import type { Thing } from '#domain/plan/thing.ts'
import { writePlanFile } from '#domain/exchange/plan-file.ts'
import { SEEDED_TODAY, seededYear } from '#domain/sample/seeded-year.ts'
import type { Roadbook } from './host/fixtures.ts'
import { expect } from './host/fixtures.ts'

/** Opens things from a `.roadbook` file as a person would. */
export async function openThings(
  roadbook: Roadbook,
  page: Page,
  things: readonly Thing[],
  day: Day,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'roadbook-file-'))
  const file = join(folder, 'plan.roadbook')
  writeFileSync(file, writePlanFile(things, { savedAt: `${day}T09:00:00.000Z`, app: '1' }))
  await roadbook.scriptDialogs({ open: [file] })
  await page.keyboard.press('ControlOrMeta+Shift+O')
  await page.getByRole('button', { name: 'Open as a plan' }).click()
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible()
  rmSync(folder, { recursive: true, force: true })
}

/** Opens the seeded year; its today is `SEEDED_TODAY`. */
export async function openSeededYear(roadbook: Roadbook, page: Page): Promise<void> {
  await openThings(roadbook, page, seededYear(countingContext(SEEDED_TODAY, 'year-')), SEEDED_TODAY)
}
