import type { Page } from '@playwright/test'
import axe from 'axe-core'
import { expect } from './host/fixtures.ts'

/** The two themes, and each of them with high contrast. */
export const LOOKS = ['light', 'dark', 'light high', 'dark high'] as const
export type Look = (typeof LOOKS)[number]
const THEMES = ['light', 'dark'] as const satisfies readonly Look[]

/** Rules whose outcome hangs on colours; every other one says the same in each look. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block']

type Scope = {
  /** Only what is inside of this. */
  readonly include?: string
  /** Not what is inside of this. */
  readonly exclude?: string
  /** Rules that do not hold here, by their ids. */
  readonly without?: readonly string[]
  /** Rules of colour alone: the others were asked in another look. */
  readonly coloursOnly?: boolean
}

/** Waits until what moves has come to rest; what turns for ever, or moves for longer than a second, may go on. */
export async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ends = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity)
      .map(({ finished }) => finished)
    const enough = new Promise((over) => setTimeout(over, 1_000))
    await Promise.race([Promise.allSettled(ends), enough])
  })
}

/** What axe finds wrong on the page as it is: rule and places, short enough to read in a failure. */
export async function findings(page: Page, scope: Scope = {}): Promise<readonly string[]> {
  const { include, exclude, without = [], coloursOnly = false } = scope
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const context = {
    include: [[include ?? 'html']],
    ...(exclude === undefined ? {} : { exclude: [[exclude]] }),
  }
  const options: axe.RunOptions = {
    resultTypes: ['violations'],
    rules: Object.fromEntries(without.map((id) => [id, { enabled: false }])),
    ...(coloursOnly ? { runOnly: { type: 'rule', values: OF_COLOUR } } : {}),
  }
  const { violations } = await page.evaluate(
    ([where, how]) => (window as unknown as { axe: typeof axe }).axe.run(where, how),
    [context, options] as const,
  )
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 4)
        .map(({ html, any }) => `${html.slice(0, 160)} ${any[0]?.message ?? ''}`)
        .join(' | ')}`,
  )
}

/** Shows the app in a look. */
export async function showLook(page: Page, look: Look): Promise<void> {
  await page.evaluate((wanted) => {
    const [theme = 'light', contrast] = wanted.split(' ')
    const { dataset } = document.documentElement
    dataset['theme'] = theme
    if (contrast === 'high') dataset['contrast'] = 'high'
    else delete dataset['contrast']
  }, look)
  // Movement changes colours; look when it is over.
  await atRest(page)
}

/** Nothing that axe finds, in any of the looks; leaves the page in the light. */
export async function expectAccessible(
  page: Page,
  place: string,
  { looks = THEMES, ...scope }: Scope & { readonly looks?: readonly Look[] } = {},
): Promise<void> {
  for (const [at, look] of looks.entries()) {
    await showLook(page, look)
    const found = await findings(page, { ...scope, coloursOnly: at > 0 })
    expect.soft(found, `${place}, ${look}`).toEqual([])
  }
  await showLook(page, 'light')
}
