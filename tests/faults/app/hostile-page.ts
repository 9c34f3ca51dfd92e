import type { Page } from '@playwright/test'

/** Whether any of the hostile texts did something in the page: each of them would leave one of these marks. */
export const ran = (page: Page): Promise<boolean> =>
  page.evaluate(() => '__pwned' in window || Object.keys(Object.prototype).length > 0)
