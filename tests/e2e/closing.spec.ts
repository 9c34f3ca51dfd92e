import type { Page } from '@playwright/test'
import { SEEDED_TODAY } from '#domain/sample/seeded-year.ts'
import { expectAccessible } from './axe.ts'
import { expect, test } from './host/fixtures.ts'
import { openSeededYear } from './seeded-year-file.ts'

test.use({ today: SEEDED_TODAY, isShared: true })

const walk = (page: Page) => page.getByRole('dialog', { name: 'Review of Q4 2026' })
const step = (page: Page) => walk(page).locator('[aria-current="step"]')
const next = async (page: Page, label: string) => {
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(step(page)).toContainText(label)
}

const noFindings = (page: Page, place: string) =>
  expectAccessible(page, place, { without: ['label-content-name-mismatch'] })

const checkpoint = (page: Page) => page.getByRole('button', { name: /Self-service share/ }).first()

/** Tab to what has this name, as somebody without a mouse does. */
async function tabTo(page: Page, name: RegExp, most = 60): Promise<void> {
  for (let presses = 0; presses < most; presses++) {
    const here = await page.evaluate(() => {
      const { activeElement } = document
      if (!(activeElement instanceof HTMLElement)) return ''
      const label = 'labels' in activeElement ? (activeElement.labels as NodeList | null) : null
      return [
        activeElement.getAttribute('aria-label'),
        label?.[0]?.textContent,
        activeElement.textContent,
      ]
        .filter(Boolean)
        .join(' ')
    })
    if (name.test(here)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`no ${String(name)} within ${String(most)} presses of Tab`)
}

test('a cycle is closed with keys, left and resumed, frozen, reopened and continued', async ({
  roadbook,
  page,
}) => {
  test.setTimeout(180_000)
  await openSeededYear(roadbook, page)
  await page.keyboard.press('ControlOrMeta+8')
  await expect(page.getByRole('heading', { name: 'Close the cycle' })).toBeVisible()
  await tabTo(page, /^Begin the review/)
  await page.keyboard.press('Enter')
  await expect(step(page)).toContainText('Last values')

  // 6 deals were the last ones; the eighth quarter of the way more makes 7 of 8: 0.75, proposed 0.8.
  const deals = walk(page).getByLabel('Last value in deals')
  await expect(deals).toHaveValue('6')
  await deals.focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('7')
  await page.keyboard.press('Enter')
  await expect(walk(page).getByText('75 %', { exact: true })).toBeVisible()

  await next(page, 'Scores')
  // The rule behind each colour, for those who ask: 11 of 25 is 44 %, one decimal 0.4.
  const tip = page.getByRole('tooltip')
  await walk(page).getByRole('note').filter({ hasText: '0.4 partly' }).focus()
  await expect(tip).toContainText('Proposed 0.4: the counted progress, 44 %, with one decimal')
  await walk(page).getByRole('note').filter({ hasText: 'Mean of the cycle' }).focus()
  await expect(tip).toContainText(/^Plain mean of the objectives: \(0\.70 \+ /)
  const share = walk(page).getByRole('group', { name: /^Score of Self-service/ })
  await expect(share.getByRole('radio', { name: '0.4, proposed' })).toBeChecked()
  await share.getByRole('radio', { name: '0.4, proposed' }).focus()
  await page.keyboard.press('5')
  await expect(walk(page).getByLabel('Why 0.5 and not 0.4?')).toBeFocused()
  await page.keyboard.type('The last articles count from January')
  await page.keyboard.press('Enter')
  await expect(share.getByRole('radio', { name: '0.5', exact: true })).toBeChecked()
  // ((1.0 + 0.5) / 2 + (0.5 + 0.9) / 2 + (1.0 + 0.8) / 2) / 3 = (0.75 + 0.7 + 0.9) / 3
  await expect(walk(page).getByText('Mean of the cycle 0.78 · healthy')).toBeVisible()

  // Leaving keeps the step, also over a restart.
  await page.keyboard.press('Escape')
  await expect(walk(page)).toBeHidden()
  await expect(page.getByText(/Saved on this computer/)).toBeVisible()
  const again = await roadbook.relaunch()
  await again.keyboard.press('ControlOrMeta+8')
  await again.getByRole('button', { name: 'Go on at step 2: Scores' }).press('Enter')
  await expect(
    walk(again)
      .getByRole('group', { name: /^Score of Self-service/ })
      .getByRole('radio', { name: '0.5', exact: true }),
  ).toBeChecked()

  await next(again, 'Root causes')
  const causes = walk(again).getByRole('combobox')
  await expect(causes).toHaveCount(2)
  await causes.first().selectOption('Priorities changed')
  await expect(step(again)).toContainText('1 of 2 open')
  // The team's own short list: one cause more, another name for it, and gone again; a choice stays.
  await walk(again)
    .getByText(/^The list of causes/)
    .click()
  const offered = causes.last().locator('option')
  const named = await offered.allInnerTexts()
  await walk(again).getByLabel('Another cause').fill('Too few hands')
  await walk(again).getByLabel('Another cause').press('Enter')
  await expect(offered.last()).toHaveText('Too few hands')
  const ours = walk(again).getByLabel(`Cause ${String(named.length)}`, { exact: true })
  await ours.fill('Nobody had time')
  await ours.press('Enter')
  await expect(offered.last()).toHaveText('Nobody had time')
  // Another name goes along to where the cause was chosen.
  const chosen = walk(again).getByLabel(`Cause ${String(named.indexOf('Priorities changed'))}`, {
    exact: true,
  })
  await expect(chosen).toHaveValue('Priorities changed')
  await chosen.fill('Priorities moved')
  await chosen.press('Enter')
  await expect(causes.first()).toHaveValue('Priorities moved')
  for (const cause of ['Nobody had time', 'Priorities moved'])
    await walk(again)
      .getByRole('button', { name: `Take ${cause} out of the list` })
      .press('Enter')
  await expect(offered).toHaveText(named.filter((cause) => cause !== 'Priorities changed'))
  await expect(causes.first()).toHaveValue('Priorities moved')

  await next(again, 'Keep, change or stop')
  const verdictOn = (title: string) =>
    walk(again).getByRole('group', { name: `Verdict on ${title}`, exact: true })
  await verdictOn('Self-service share from 20 to 45 %').getByRole('radio').first().focus()
  await again.keyboard.press('k')
  await expect(
    verdictOn('Self-service share from 20 to 45 %').getByRole('radio', { name: 'Keep' }),
  ).toBeChecked()
  await verdictOn('Signed partner deals from 4 to 8').getByRole('radio').first().focus()
  await again.keyboard.press('s')
  for (const ended of ['Teams stay', 'Support chatbot']) {
    await verdictOn(ended).getByRole('radio').first().focus()
    await again.keyboard.press('s')
    await expect(verdictOn(ended).getByRole('radio', { name: 'Stop' })).toBeChecked()
  }

  await next(again, 'Questions')
  await walk(again).getByLabel('Format').selectOption('start-stop')
  await walk(again).getByLabel('Answer to What do we stop doing?').fill('Old articles')
  // Questions are put in another order, by keys; an answer goes with its question.
  const later = walk(again).getByRole('button', { name: 'Ask later: What do we start doing?' })
  await later.press('Enter')
  await expect(later).toBeFocused()
  await expect(walk(again).getByRole('textbox', { name: 'Question' }).first()).toHaveValue(
    'What do we stop doing?',
  )
  await expect(walk(again).getByLabel('Answer to What do we stop doing?')).toHaveValue(
    'Old articles',
  )
  await walk(again).getByLabel('Another question').fill('Whom do we thank?')
  await walk(again).getByLabel('Another question').press('Enter')
  await expect(walk(again).getByLabel('Answer to Whom do we thank?')).toBeVisible()
  await walk(again)
    .getByRole('button', { name: 'Do not ask: What do we start doing?' })
    .press('Enter')
  await expect(walk(again).getByLabel('Answer to What do we start doing?')).toBeHidden()
  await next(again, 'Actions')
  await expect(walk(again).getByLabel('New action')).toBeFocused()
  await again.keyboard.type('Delete what nobody reads')
  await again.keyboard.press('Enter')
  await expect(walk(again).getByLabel('Done: Delete what nobody reads')).toBeVisible()

  await next(again, 'Celebrate and close')
  await expect(walk(again).getByText('Sixteen hundred')).toBeVisible()
  await expect(walk(again).getByText(/1 missed key result without a root cause/)).toBeVisible()
  await walk(again).getByRole('button', { name: 'Close Q4 2026' }).press('Enter')
  await expect(walk(again).getByText('Closed on Jan 4, 2027')).toBeVisible()
  await again.keyboard.press('Escape')

  // Frozen: the route says why.
  await again.keyboard.press('ControlOrMeta+1')
  await checkpoint(again).click()
  const title = again.getByRole('complementary').getByRole('textbox').first()
  await title.fill('Another title')
  await title.press('Enter')
  await expect(
    again.getByText(/"Q4 2026" is closed, so nothing in it can be changed/).first(),
  ).toBeVisible()

  // Continued: what was kept comes along with its last value and its lessons.
  await again.keyboard.press('ControlOrMeta+8')
  const card = again.getByRole('region', { name: 'Q4 2026' })
  await card.getByRole('button', { name: 'Next cycle…' }).press('Enter')
  const form = again.getByRole('dialog', { name: 'The next cycle' })
  await expect(form.getByLabel('Name')).toHaveValue('Q1 2027')
  await expect(form.getByLabel('First day', { exact: true })).toHaveValue('Jan 1, 2027')
  await expect(form.getByRole('checkbox', { checked: true })).toHaveCount(2)
  await form.getByRole('button', { name: 'Begin Q1 2027' }).press('Enter')
  await expect(again.getByText('Q1 2027').first()).toBeVisible()
  await checkpoint(again).click()
  const inspector = again.getByRole('complementary')
  await expect(inspector.getByLabel('Baseline')).toHaveValue('31')
  await expect(
    inspector.getByText('Scored 0.5: The last articles count from January'),
  ).toBeVisible()
  await expect(inspector.getByText('Old articles keep being found')).toBeVisible()
  await expect(
    inspector.getByText(/It moved by 11 % in "Q4 2026"; this target asks for 14 %/),
  ).toBeVisible()

  // What was left behind follows into the cycle that is planned by now.
  await again.keyboard.press('ControlOrMeta+8')
  await card.getByRole('button', { name: 'Next cycle…' }).press('Enter')
  await expect(form.getByLabel('Into')).toHaveValue(/./)
  await expect(form.getByLabel('Name')).toHaveCount(0)
  for (const box of await form.getByRole('checkbox').all()) await box.setChecked(false)
  await form.getByRole('button', { name: 'Take along into Q1 2027' }).press('Enter')
  await expect(form.getByRole('alert')).toHaveText('Choose what comes along.')
  await form.getByRole('checkbox', { name: /^Customers who leave/ }).check()
  await form.getByRole('button', { name: 'Take along into Q1 2027' }).press('Enter')
  await expect(form).toHaveCount(0)
  await expect(again.getByText('Q1 2027 has what was kept.').first()).toBeVisible()
  await expect(again.getByRole('button', { name: /^Customers who leave/ }).first()).toBeVisible()

  // Reopened, with a reason and not without.
  await again.keyboard.press('ControlOrMeta+8')
  await card.getByRole('button', { name: 'Reopen…' }).press('Enter')
  await again.getByLabel('Why reopen Q4 2026?').press('Enter')
  await expect(again.getByText('Reopening a closed cycle needs a reason.')).toBeVisible()
  await again.getByLabel('Why reopen Q4 2026?').fill('One value was wrong')
  await again.keyboard.press('Enter')
  await expect(card.getByText('In review')).toBeVisible()
  await expect(card.getByText('Reopened on Jan 4, 2027: One value was wrong')).toBeVisible()
  expect(roadbook.problems).toEqual([])
})

test('cycles side by side say what the hand-made table says, in charts and in tables', async ({
  roadbook,
  page,
}) => {
  await openSeededYear(roadbook, page)
  await page.getByRole('navigation', { name: 'Screens' }).getByText('Review').click()
  await page.getByRole('navigation', { name: 'Review' }).getByText('Across cycles').click()
  await expect(
    page.getByRole('img', { name: /^Mean 0\.59 over 4 cycles; best Q3 2026 with 0\.78/ }),
  ).toBeVisible()
  await expect(page.getByText('255 of 304 check-ins that were due were made: 84 %.')).toBeVisible()
  await expect(
    page.getByText(/With 0\.9 confidence we reached 0\.3 \(3 key results\)/),
  ).toBeVisible()
  await noFindings(page, 'across, charts')
  for (const button of await page.getByRole('button', { name: /as a table$/ }).all())
    await button.press('Enter')
  const rows = (name: string) =>
    page
      .getByRole('region', { name: `${name}, table` })
      .getByRole('row')
      .allInnerTexts()
  const cells = (lines: readonly string[]) => lines.map((line) => line.split(/\s*\t\s*/).join('|'))
  expect(cells(await rows('Detours')).slice(1)).toEqual([
    'Q1 2026|2|2|1|1|0|0|0',
    'Q2 2026|4|2|1|0|1|1|1',
    'Q3 2026|1|1|0|0|0|1|0',
    'Q4 2026|2|1|1|0|1|0|0',
  ])
  expect(cells(await rows('Check-in habit')).slice(1)).toEqual([
    'Q1 2026|74|78|95 %',
    'Q2 2026|37|78|47 %',
    'Q3 2026|69|70|99 %',
    'Q4 2026|75|78|96 %',
  ])
  await noFindings(page, 'across, tables')
})

test('every step of the review passes axe', async ({ roadbook, page }) => {
  test.setTimeout(180_000)
  await openSeededYear(roadbook, page)
  await page.keyboard.press('ControlOrMeta+8')
  const begin = page.getByRole('button', { name: 'Begin the review' })
  await expect(begin).toBeVisible()
  await noFindings(page, 'closing')
  await begin.click()
  await expect(step(page)).toContainText('Last values')
  for (const label of ['Scores', 'Root causes', 'Keep', 'Questions', 'Actions', 'Celebrate']) {
    await noFindings(page, `before ${label}`)
    await next(page, label)
  }
  await noFindings(page, 'the last step')
  await page.getByRole('button', { name: 'Close Q4 2026' }).click()
  await page.getByRole('button', { name: 'Begin the next cycle…' }).click()
  await expect(page.getByRole('dialog', { name: 'The next cycle' })).toBeVisible()
  await noFindings(page, 'the next cycle')
})
