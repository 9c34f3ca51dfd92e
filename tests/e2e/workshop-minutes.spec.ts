import type { Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { elementsOf, readXml, wordsIn } from '#domain/report/xml-reading.test-support.ts'
import { findings } from './axe.ts'
import { expect, test } from './host/fixtures.ts'
import { openSeededYear } from './seeded-year-file.ts'
import {
  begin,
  clock,
  currentStep,
  pressInRoom as key,
  ROOM_DAY,
  setMinute,
  write,
} from './workshop-page.ts'

test.use({ today: ROOM_DAY, isShared: true })
test.describe.configure({ timeout: 180_000 })

async function openList(page: Page): Promise<void> {
  await page.setViewportSize({ width: 1600, height: 900 })
  await page.getByRole('button', { name: /^Try the sample plan/ }).click()
  await page.getByRole('banner').getByRole('button', { name: 'Workshop' }).click()
}

async function accessible(page: Page, place: string): Promise<void> {
  expect.soft(await findings(page), place).toEqual([])
}

test('the agenda is made to measure: steps of any type, added, timed, moved, removed', async ({
  page,
}) => {
  await openList(page)
  await begin(page, /^Empty/)
  await key(page, 'e')
  const panel = page.getByRole('complementary', { name: 'Agenda' })
  await panel.getByLabel('What the new step is for').selectOption('Risks and needs')
  await panel.getByRole('button', { name: 'Add a step' }).click()
  await expect(panel.getByLabel('Title of step 2')).toHaveValue('Spot the roadblocks')
  await panel.getByLabel('What step 1 is for').selectOption('Owners and capacity')
  await expect(page.getByRole('heading', { name: 'Who drives, with what fuel' })).toBeVisible()
  await panel.getByLabel('Title of step 1').fill('Fuel first')
  await panel.getByLabel('Minutes of step 1').fill('20')
  await panel.getByLabel('Minutes of step 1').press('Enter')
  await expect(clock(page)).toContainText('20:00')
  await panel.getByRole('button', { name: 'Move Spot the roadblocks up' }).click()
  await expect(panel.getByLabel('Title of step 1')).toHaveValue('Spot the roadblocks')
  await expect(currentStep(page)).toContainText('Fuel first')
  await panel.getByRole('button', { name: 'Remove Spot the roadblocks' }).click()
  await expect(panel.getByLabel('Title of step 2')).toHaveCount(0)
  await expect(panel).toContainText('20 minutes in all')
  await accessible(page, 'agenda')
})

test('people come in by name, and the end says who is on nothing', async ({ page }) => {
  await openList(page)
  await begin(page, /^Retrospective: Sailboat/)
  await key(page, 'w')
  const people = page.getByRole('complementary', { name: 'People in the room' })
  await write(page, 'Name of a new person', 'Ana Ruiz, Ben Okafor; Ana Ruiz')
  await expect(people.getByRole('checkbox', { name: /Ana Ruiz/ })).toHaveCount(1)
  await expect(people.getByRole('button', { name: 'On nothing yet: Ben Okafor' })).toBeVisible()
  await accessible(page, 'people')
  await key(page, 'w')
  for (let i = 0; i < 4; i += 1) await key(page, 'n')
  await page.getByText('Before we leave').click()
  const missing = page.getByRole('region', { name: 'Who is missing' })
  await expect(missing).toContainText('Ana Ruiz')
  await expect(missing).toContainText('Ben Okafor')
  await missing.getByRole('button', { name: 'Ben Okafor: no part this time' }).click()
  await expect(missing).not.toContainText('Ben Okafor')

  // Whoever takes an action has a part.
  await key(page, 'b')
  await expect(currentStep(page)).toContainText('Actions')
  await write(page, 'Type, press Enter · Actions', 'Count the tickets every Monday')
  await page.getByRole('group', { name: 'Count the tickets every Monday' }).hover()
  await page.getByRole('button', { name: 'More for Count the tickets every Monday' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'From Ana Ruiz' }).click()
  await key(page, 'n')
  await page.getByText('Before we leave').click()
  await expect(missing).not.toContainText('Ana Ruiz')
  await accessible(page, 'end')
})

test('what a change needs is a checklist whose points become initiatives and tasks', async ({
  page,
}) => {
  await openList(page)
  await begin(page, /^Quarterly planning/)
  for (let i = 0; i < 5; i += 1) await key(page, 'n')
  await expect(currentStep(page)).toContainText('Spot the roadblocks')
  const list = page.getByRole('region', { name: 'Checklist: Training' })
  await list.getByRole('button', { name: 'Begin with a ready checklist' }).click()
  await expect(list.getByRole('listitem')).toHaveCount(5)
  const point = list.getByRole('textbox', { name: 'Point: Write a guide of one page' })
  await point.fill('Write a guide of one page for the night shift')
  await point.blur()
  const reworded = 'Write a guide of one page for the night shift'
  await list.getByRole('button', { name: `Make an initiative: ${reworded}` }).click()
  await expect(list).toContainText(`Is the initiative “${reworded}”`)
  // By key, to the initiative that tasks go to.
  const chosen = page.getByLabel('Tasks go to the initiative')
  await chosen.selectOption({ label: reworded })
  await list
    .getByRole('button', { name: 'Make a task: Prepare a first lesson with real cases' })
    .focus()
  await page.keyboard.press('Enter')
  await expect(list).toContainText(`Is a task of “${reworded}”`)
  await expect(list).toContainText('2 of 5 in the plan')
  await list
    .getByRole('button', { name: 'Not needed: Plan a second lesson after three weeks' })
    .click()
  await expect(list).toContainText('2 of 4 in the plan')
  await accessible(page, 'checklists')
  // The link: without the initiative the points are open again.
  await page.keyboard.press('ControlOrMeta+z')
  await expect(list).toContainText('2 of 5 in the plan')
})

test('fuel: days, money and people against what there is, and what was cut with its reason', async ({
  page,
}) => {
  await openList(page)
  await begin(page, /^Quarterly planning/)
  for (let i = 0; i < 4; i += 1) await key(page, 'n')
  await page.getByLabel('What we may spend in EUR').fill('1000')
  await page.getByLabel('What we may spend in EUR').press('Enter')
  const sums = page.getByLabel('Asked and available in all')
  await expect(sums).toContainText('of 1,000')
  const money = page.getByLabel(/^Money for /).first()
  await money.fill('5000')
  await money.press('Enter')
  await expect(sums).toContainText(/overbooked by/)
  await page
    .getByRole('button', { name: /^To the kerb: / })
    .first()
    .click()
  const kerb = page.getByRole('region', { name: 'Left at the kerb' })
  const why = kerb.getByPlaceholder('Why?').last()
  await why.fill('No budget before March')
  await why.press('Enter')
  await expect(why).toHaveValue('No budget before March')
  await accessible(page, 'fuel')
})

test('the minutes in four formats, whole and as the sheet of one person', async ({
  roadbook,
  page,
}) => {
  await openList(page)
  await begin(page, /^Quarterly planning/)
  await setMinute(page, 9)
  await write(page, 'Type, press Enter · Wins', 'The night shift found its rhythm')
  for (let i = 0; i < 6; i += 1) await key(page, 'n')
  await write(page, 'What do we decide?', 'We go, and look again in May')
  await key(page, 'n')
  await write(page, 'We agree to', 'Look at the numbers every Monday')
  const files = { PDF: 'm.pdf', Word: 'm.docx', HTML: 'm.html', Markdown: 'm.md' }
  const pathOf = (name: string) => join(roadbook.userData, name)
  await roadbook.scriptDialogs({ save: [...Object.values(files), 'one.md'].map(pathOf) })
  for (const [label, name] of Object.entries(files)) {
    await page.getByRole('button', { name: label, exact: true }).click()
    await expect(page.getByText(pathOf(name))).toBeVisible({ timeout: 60_000 })
  }
  const PARTS = [
    'Agenda',
    'The night shift found its rhythm',
    'We go, and look again in May',
    'The route',
    'Who does what',
    'Look at the numbers every Monday',
    'Sheet for',
  ]
  const html = readFileSync(pathOf('m.html'), 'utf8')
  const markdown = readFileSync(pathOf('m.md'), 'utf8')
  const word = unzipSync(readFileSync(pathOf('m.docx')))
  const body = readXml(strFromU8(word['word/document.xml'] ?? new Uint8Array()))
  for (const part of PARTS) {
    expect(html, part).toContain(part)
    expect(markdown, part).toContain(part)
    expect(wordsIn(body), part).toContain(part)
  }
  // The route is drawn where something can be drawn.
  expect(html.match(/<svg/g)?.length ?? 0).toBeGreaterThan(1)
  expect(elementsOf(body, 'wp:docPr').length).toBeGreaterThan(1)
  const pdf = readFileSync(pathOf('m.pdf'))
  expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-')
  expect(pdf.length).toBeGreaterThan(40_000)

  const whose = page.getByLabel('What to export')
  await whose.selectOption({ index: 1 })
  await page.getByRole('button', { name: 'Markdown', exact: true }).click()
  await expect(page.getByText(pathOf('one.md'))).toBeVisible()
  const sheet = readFileSync(pathOf('one.md'), 'utf8')
  expect(sheet).toContain('## Sheet for')
  expect(sheet).not.toContain('## Agenda')
  expect(roadbook.problems).toEqual([])
})

test('a kill keeps the step, the clock, the dots and every half-typed text', async ({
  roadbook,
  page,
}) => {
  await openList(page)
  await begin(page, /^One objective/)
  await beginSecond(page)
  await setMinute(page, 5)
  await key(page, 't')
  await expect(clock(page)).toContainText('7:00')
  await write(page, 'Type, press Enter · Wins', 'Counted once')
  await page.getByLabel('Type, press Enter · Lessons').fill('Half a less')
  await key(page, 'w')
  await page.getByLabel('Name of a new person').fill('Geo')
  await page.getByRole('group', { name: 'Counted once' }).focus()
  await page.keyboard.press('Enter')
  await page.getByLabel('Text of the card').fill('Counted once and tw')
  // What is typed is kept within a second, like everything else.
  await page.waitForTimeout(1_500)
  await roadbook.killAll()
  const again = await roadbook.relaunch()
  await again.setViewportSize({ width: 1600, height: 900 })
  await setMinute(again, 6)
  await expect(currentStep(again)).toContainText('Look back')
  await expect(clock(again)).toContainText('6:00')
  // The card is still under the pen.
  await expect(again.getByLabel('Text of the card')).toHaveValue('Counted once and tw')
  await again.getByLabel('Text of the card').press('Escape')
  await expect(again.getByRole('group', { name: 'Counted once' })).toHaveText('Counted once')
  await expect(again.getByLabel('Type, press Enter · Lessons')).toHaveValue('Half a less')
  await expect(again.getByLabel('Name of a new person')).toHaveValue('Geo')
  await key(again, 'e')
  await again.getByLabel('Minutes of step 2').fill('2')
  // Numbers are half-typed as well, and what a number should be counts from Enter on.
  await again.waitForTimeout(1_500)
  await roadbook.killAll()
  const last = await roadbook.relaunch()
  await last.setViewportSize({ width: 1600, height: 900 })
  const minutes = last.getByLabel('Minutes of step 2')
  await expect(minutes).toHaveValue('2')
  await expect(last.getByText('90 minutes in all')).toBeVisible()
  await minutes.press('End')
  await minutes.pressSequentially('0')
  await minutes.press('Enter')
  await expect(last.getByText('98 minutes in all, 2 given on top')).toBeVisible()
  await last.getByRole('button', { name: 'Menu of the workshop' }).click()
  await last.getByRole('menuitem', { name: 'All workshops' }).click()
  const rows = last.getByRole('list', { name: 'Workshops of this plan' })
  await expect(rows.getByText(/^Running/)).toHaveCount(1)
  await expect(rows.getByText(/^Paused/)).toHaveCount(1)
})

/** A second workshop: the first one pauses. */
async function beginSecond(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Menu of the workshop' }).click()
  await page.getByRole('menuitem', { name: 'All workshops' }).click()
  await begin(page, /^Quarterly planning/)
}

test('things of the last cycle come along with their lineage', async ({ roadbook, page }) => {
  await openSeededYear(roadbook, page)
  await page.setViewportSize({ width: 1600, height: 900 })
  await page.getByRole('banner').getByRole('button', { name: 'Workshop' }).click()
  await begin(page, /^Quarterly planning/)
  const left = page.getByRole('list', { name: 'What the last cycle leaves' })
  // What is still open stands first.
  const title = (await left.getByRole('button').first().getAttribute('title')) ?? ''
  const thing = left.getByTitle(title, { exact: true })
  await expect(thing).toBeEnabled()
  await thing.click()
  await expect(thing).toBeDisabled()
  await expect(thing).toContainText('taken along')
  await accessible(page, 'look back')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(thing).toBeEnabled()
})
