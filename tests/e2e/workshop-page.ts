import type { Page } from '@playwright/test'
import { expectAccessible, LOOKS } from './axe.ts'
import { expect } from './host/fixtures.ts'

/** Presses a key of the workshop where nothing has the focus. */
export async function pressInRoom(page: Page, press: string): Promise<void> {
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })
  await page.keyboard.press(press)
}

/** The day on which the workshops of the specs take place. */
export const ROOM_DAY = '2026-12-01'

/** The wall clock of the room, moved by the test alone: minutes after ten. */
export const setMinute = (page: Page, minute: number) =>
  page.clock.setFixedTime(new Date(Date.parse(`${ROOM_DAY}T10:00:00`) + minute * 60_000))

/** The clock of the step. */
export const clock = (page: Page) => page.getByRole('timer', { name: 'Time for this step' })

/** A plan with one objective, and its list of workshops on the projector's screen. */
export async function startPlan(page: Page): Promise<void> {
  await page.setViewportSize({ width: 1600, height: 900 })
  await page.getByRole('button', { name: /^Start empty/ }).click()
  await page.getByLabel('Name of the plan').fill('Support')
  await page.getByLabel('First objective').fill('Customers rave about our support')
  await page.getByRole('button', { name: 'Create the plan' }).click()
  await page.getByRole('banner').getByRole('button', { name: 'Workshop' }).click()
}

/** Begins a workshop from the list of templates, with its clock running. */
export async function begin(page: Page, template: RegExp): Promise<void> {
  await page.getByRole('button', { name: template }).click()
  await page.getByRole('button', { name: 'Start the clock' }).click()
}

/** Types each text into a field that takes it with Enter. */
export async function write(page: Page, field: string, ...texts: readonly string[]): Promise<void> {
  const entry = page.getByLabel(field, { exact: true })
  for (const text of texts) {
    await entry.fill(text)
    await entry.press('Enter')
    await expect(entry).toHaveValue('')
  }
}

/** The step on which the room stands. */
export const currentStep = (page: Page) =>
  page.getByRole('navigation', { name: 'Agenda' }).locator('[aria-current=step]')

/** Goes on to the step with this title. */
export async function goToStep(page: Page, title: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Agenda' })
    .getByRole('button', { name: title })
    .click()
  await expect(currentStep(page)).toContainText(title)
}

type Part = { readonly x: number; readonly y: number }

/** Drags the first of `from` onto a part of the first of `to`: its middle where nothing is said. */
export async function dragOnto(
  page: Page,
  from: string,
  to: string,
  part: Part = { x: 0.5, y: 0.5 },
): Promise<void> {
  await page.locator(from).first().scrollIntoViewIfNeeded()
  const start = await page.locator(from).first().boundingBox()
  if (!start) throw new Error(`Nothing to drag: ${from}`)
  await page.mouse.move(start.x + Math.min(60, start.width / 2), start.y + start.height / 2)
  await page.mouse.down()
  await page.mouse.move(start.x + 40, start.y + start.height / 2 + 12, { steps: 4 })
  // Places that only stand there while something is dragged.
  const end = await page.locator(to).first().boundingBox()
  if (!end) throw new Error(`Nowhere to drag: ${to}`)
  await page.mouse.move(end.x + end.width * part.x, end.y + end.height * part.y, { steps: 8 })
  await page.waitForTimeout(80)
  await page.mouse.up()
}

/**
 * Nothing that axe finds in the room, or in a part of it where the rest was looked at before. A vehicle shows
 * its title shortened and its driver's initials; it is read with its whole title.
 */
export const expectRoomAccessible = (page: Page, place: string, include = 'html') =>
  expectAccessible(page, place, { looks: LOOKS, include, exclude: '[data-initiative]' })

/** Every text that is shown, with its computed size; faces with initials are pictures. */
export async function textSizes(
  page: Page,
): Promise<readonly { readonly text: string; readonly px: number; readonly main: boolean }[]> {
  return page.evaluate(() => {
    const MAIN =
      'h2, [data-card] [dir=auto]:not([data-long]), q, [role=timer], [aria-label="Decisions"] li > span'
    const found: { text: string; px: number; main: boolean }[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement
      const text = node.textContent?.trim() ?? ''
      if (!element || text === '' || element.closest('script, style, svg')) continue
      const { width, height } = element.getBoundingClientRect()
      if (width < 2 || height < 2) continue
      if (element.getAttribute('aria-hidden') === 'true') continue
      const px = Number.parseFloat(getComputedStyle(element).fontSize)
      found.push({ text: text.slice(0, 40), px, main: element.matches(MAIN) })
    }
    return found
  })
}

/** What is drawn on the journey: how much it is, what lies over something else, and how much is out of sight. */
export const journeyBoxes = (
  page: Page,
): Promise<{ readonly count: number; readonly crossings: string[]; readonly outside: number }> =>
  page.locator('[data-drop=journey]').evaluate((root) => {
    const frame = root.getBoundingClientRect()
    const boxes = [
      ...root.querySelectorAll('[data-initiative], [data-checkpoint], [data-label]'),
    ].map((element) => ({ box: element.getBoundingClientRect(), name: element.textContent }))
    const crossings: string[] = []
    boxes.forEach((a, i) => {
      for (const b of boxes.slice(i + 1))
        if (
          a.box.left < b.box.right - 1 &&
          b.box.left < a.box.right - 1 &&
          a.box.top < b.box.bottom - 1 &&
          b.box.top < a.box.bottom - 1
        )
          crossings.push(`${a.name} over ${b.name}`)
    })
    const isOut = ({ top, bottom }: DOMRect) => bottom > frame.bottom + 1 || top < frame.top - 1
    return { count: boxes.length, crossings, outside: boxes.filter(({ box }) => isOut(box)).length }
  })
