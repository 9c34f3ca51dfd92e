import { expect, it } from 'vitest'
import { isLiteAddress, toAppAddress, toLiteAddress } from './app-address.ts'

it.each([
  ['https://roadbook.app.test/', 'app://roadbook/'],
  ['https://roadbook.app.test/a/b?c#d', 'app://roadbook/a/b?c#d'],
  ['https://roadbook.app.test', 'app://roadbook'],
])('%s is %s to main', (lite, app) => {
  expect(toAppAddress(lite)).toBe(app)
  expect(toLiteAddress(app)).toBe(lite)
  expect(isLiteAddress(lite)).toBe(true)
})

it.each([
  'https://roadbook.app.test.evil/',
  'https://roadbook.app.test:8443/',
  'https://user@roadbook.app.test/',
  'http://roadbook.app.test/',
  'https://evil.test/?https://roadbook.app.test/',
  'about:blank',
])('%s is foreign', (address) => {
  expect(isLiteAddress(address)).toBe(false)
  expect(toAppAddress(address)).toBe(address)
})
