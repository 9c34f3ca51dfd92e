import { describe, expect, it } from 'vitest'
// @ts-expect-error A script without types.
import * as rules from '../../scripts/release-rules.mjs'

type Rules = {
  readonly electronTrouble: (used: string, newest: string) => string
  readonly fuseTroubles: (bytes: Uint8Array, platform: string) => readonly string[]
}
const { electronTrouble, fuseTroubles } = rules as Rules

describe('a release', () => {
  it.each([
    ['45.4.0', '45.9.1', ''],
    ['45.4.0', '46.0.0', ''],
    ['44.0.0', '46.0.0', 'Electron 44.0.0 is 2 majors behind 46.0.0.'],
    ['none', '46.0.0', 'Electron none or 46.0.0 is no version.'],
  ])('with Electron %s while %s is the newest: “%s”', (used, newest, trouble) => {
    expect(electronTrouble(used, newest)).toBe(trouble)
  })

  const program = (signs: string, version = 1) =>
    Buffer.concat([
      Buffer.from('program dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
      Buffer.from([version, signs.length]),
      Buffer.from(`${signs} rest`),
    ])

  it.each([
    ['all set', program('00001100'), 'win32', []],
    ['what does not matter is set', program('01001110'), 'darwin', []],
    ['no integrity on Linux', program('00000100'), 'linux', []],
    [
      'no integrity',
      program('00000100'),
      'darwin',
      ['The fuse EnableEmbeddedAsarIntegrityValidation is not on.'],
    ],
    ['as delivered', program('10110001'), 'linux', 5],
    ['removed fuses', program('0000rr00'), 'win32', 2],
    ['fewer fuses', program('0000'), 'win32', 3],
    ['another version', program('00001100', 2), 'win32', ['The fuses are of version 2.']],
    ['no fuses', Buffer.from('program'), 'win32', ['The program has no fuses.']],
  ])('with a program in which %s', (_, bytes, platform, troubles) => {
    const found = fuseTroubles(bytes, platform)
    if (typeof troubles === 'number') expect(found).toHaveLength(troubles)
    else expect(found).toEqual(troubles)
  })
})
