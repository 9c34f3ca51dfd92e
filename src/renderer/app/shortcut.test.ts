import { describe, expect, it } from 'vitest'
import { accelerator, hasModifier, isPress } from './shortcut.ts'

const press = (key: string, held = '') => ({
  key,
  ctrlKey: held.includes('c'),
  metaKey: held.includes('m'),
  altKey: held.includes('a'),
  shiftKey: held.includes('s'),
})

describe('isPress', () => {
  it.each([
    ['Mod+K', press('k', 'c'), false],
    ['Mod+K', press('K', 'c'), false],
    ['Mod+K', press('k', 'm'), true],
    ['Mod+Shift+Z', press('Z', 'cs'), false],
    ['Mod+Plus', press('=', 'c'), false],
    ['Mod+Plus', press('+', 'cs'), false],
    ['Mod+0', press('0', 'c'), false],
    ['?', press('?', 's'), false],
    ['/', press('/'), false],
    ['O', press('o'), false],
    ['Shift+C', press('C', 's'), false],
    ['Delete', press('Delete'), false],
    ['Delete', press('Backspace'), true],
    ['Mod+Comma', press(',', 'c'), false],
  ])('%s is pressed by %j', (shortcut, event, mac) => {
    expect(isPress(event, shortcut, mac)).toBe(true)
  })
  it.each([
    ['Mod+K', press('k'), false],
    ['Mod+K', press('k', 'm'), false],
    ['Mod+K', press('k', 'c'), true],
    ['Mod+K', press('k', 'cs'), false],
    ['Mod+Z', press('Z', 'cs'), false],
    ['O', press('O', 's'), false],
    ['O', press('o', 'c'), false],
    ['O', press('o', 'a'), false],
    ['Delete', press('Backspace'), false],
    ['?', press('/'), false],
  ])('%s is not pressed by %j', (shortcut, event, mac) => {
    expect(isPress(event, shortcut, mac)).toBe(false)
  })
})

it('gives the native menu only keys that cannot be typed', () => {
  expect(accelerator('Mod+Shift+Z')).toBe('CmdOrCtrl+Shift+Z')
  expect(accelerator('Mod+Comma')).toBe('CmdOrCtrl+,')
  expect(accelerator('O')).toBe('')
  expect(accelerator(undefined)).toBe('')
  expect(hasModifier('Shift+C')).toBe(false)
})
