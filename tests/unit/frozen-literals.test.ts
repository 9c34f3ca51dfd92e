import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { DATABASE_NAME } from '#data/db.ts'
import { APP_ORIGIN as LITE_APP_ORIGIN, LITE_ORIGIN } from '#lite-host/browser/app-address.ts'
import { APP_ORIGIN } from '#main/window/url-policy.ts'

const text = (path: string) => readFileSync(path, 'utf8')

// Whoever changes one of these takes every person's plans away from them.
describe('frozen from the first release', () => {
  it('the origin', () => {
    expect(APP_ORIGIN).toBe('app://roadbook')
    expect(LITE_APP_ORIGIN).toBe('app://roadbook')
  })

  it('the origin in the lite host', () => expect(LITE_ORIGIN).toBe('https://roadbook.app.test'))

  it('the name of the database', () => expect(DATABASE_NAME).toBe('roadbook'))

  it('the name of the data folder', () => {
    expect(text('src/main/index.ts')).toContain(
      "join(dirname(app.getPath('userData')), 'Roadbook')",
    )
    expect(text('src/main/index.ts')).toContain("app.setName('Roadbook')")
    expect(text('src/lite-host/stand-in/app-paths.ts')).toContain("const DATA_FOLDER = 'Roadbook'")
  })

  it('the name of the product', () => {
    const { name, productName } = JSON.parse(text('package.json')) as Record<string, unknown>
    expect({ name, productName }).toEqual({ name: 'roadbook', productName: 'Roadbook' })
  })
})
