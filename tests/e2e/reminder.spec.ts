import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './host/fixtures.ts'

// A program of this name before all others takes the notifications of the lite host.
const folder = mkdtempSync(join(tmpdir(), 'roadbook-notify-'))
const said = join(folder, 'said')
writeFileSync(join(folder, 'notify-send'), `#!/bin/sh\nprintf '%s\\n' "$@" >> '${said}'\n`)
chmodSync(join(folder, 'notify-send'), 0o755)

test.use({
  today: '2026-11-16',
  startEnv: { PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}` },
})
test.skip(process.platform !== 'linux', 'the lite host shows notifications on Linux only')
test.afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Try the sample plan/ }).click()
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible()
}

test('a reminder is off, is switched on in the settings, and comes at its time', async ({
  roadbook,
  page,
}) => {
  test.skip(roadbook.hostName !== 'lite', 'Electron shows notifications of its own')
  await openSample(page)
  await page.keyboard.press('ControlOrMeta+Comma')
  const settings = page.getByRole('dialog', { name: 'Settings' })
  const isOn = settings.getByLabel('Show a notification when check-ins are due')
  await expect(settings.getByText(/^Once a day at that time/)).toBeVisible()
  await expect(isOn).not.toBeChecked()
  await isOn.check()
  await settings.getByLabel('At', { exact: true }).selectOption('10:30')
  await page.keyboard.press('Escape')
  expect(existsSync(said)).toBe(false)
  await page.clock.setFixedTime(new Date('2026-11-16T10:31:00'))
  await expect
    .poll(() => (existsSync(said) ? readFileSync(said, 'utf8') : ''), { timeout: 45_000 })
    .toBe('--app-name=Roadbook\n--\nNordwind Support & Product\n3 check-ins are due.\n')

  // The choice outlives the app.
  const again = await roadbook.relaunch()
  await expect(again.getByRole('navigation', { name: 'Screens' })).toBeVisible()
  await again.keyboard.press('ControlOrMeta+Comma')
  await expect(
    again.getByRole('dialog', { name: 'Settings' }).getByLabel('At', { exact: true }),
  ).toHaveValue('10:30')
})

test('it is asked once, after a round', async ({ page }) => {
  await openSample(page)
  const round = page.getByRole('dialog', { name: 'Check-in round' })
  await page.keyboard.press('r')
  for (let i = 0; i < 3; i += 1) {
    await expect(round.getByLabel('Value today')).toBeFocused()
    await page.keyboard.type('20')
    await page.keyboard.press('Enter')
    await expect(round).toContainText(`${String(i + 1)} of 3 done`)
  }
  const ask = round.getByRole('group', { name: 'Reminder' })
  await ask.getByRole('button', { name: 'No' }).click()
  await expect(round.getByText('No reminder. Settings can switch it on.')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('r')
  await expect(ask).toHaveCount(0)
})
