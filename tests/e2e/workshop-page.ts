import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from './host/fixtures.ts'

/** Presses a key of the workshop where nothing has the focus. */
export async function pressInRoom(page: Page, press: string): Promise<void> {
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })
  await page.keyboard.press(press)
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

/** Looks of the room: the two themes, and each of them with high contrast. */
export const LOOKS = ['light', 'dark', 'light high', 'dark high'] as const
export type Look = (typeof LOOKS)[number]

/** Shows the room in a look. */
export async function showLook(page: Page, look: Look): Promise<void> {
  const [theme = 'light', contrast] = look.split(' ')
  await page.evaluate(
    ([name, high]) => {
      const { dataset } = document.documentElement
      dataset['theme'] = name ?? 'light'
      if (high === 'high') dataset['contrast'] = 'high'
      else delete dataset['contrast']
    },
    [theme, contrast],
  )
  await page.waitForTimeout(250)
}

/** Nothing that axe finds, in any look. */
export async function expectAccessible(page: Page, place: string): Promise<void> {
  for (const look of LOOKS) {
    await showLook(page, look)
    // A vehicle shows its title shortened and its driver's initials; it is read with its whole title.
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode(true)
      .exclude('[data-initiative]')
      .analyze()
    const found = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 140)).join(' | ')}`,
    )
    expect.soft(found, `${place}, ${look}`).toEqual([])
  }
  await showLook(page, 'light')
}

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
