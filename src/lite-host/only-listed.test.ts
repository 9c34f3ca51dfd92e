import { expect, it } from 'vitest'
import { onlyListed } from './only-listed.ts'

const api = onlyListed('app', { quit: () => 'quit', name: 'Roadbook' })

it('gives what is listed', () => {
  expect(api.quit()).toBe('quit')
  api.name = 'Other'
  expect(api.name).toBe('Other')
})

it('is loud about everything else', () => {
  const loose = api as unknown as Record<string, unknown>
  expect(() => loose['relaunch']).toThrow('not in the lite host: app.relaunch')
  expect(() => (loose['badgeCount'] = 1)).toThrow('not in the lite host: app.badgeCount')
})

it('can be awaited and printed', async () => {
  expect((await Promise.resolve(api)).quit()).toBe('quit')
  expect(JSON.stringify(api)).toContain('name')
})
