import { expect, it } from 'vitest'
import { failureSchema } from '#shared/ipc-contract.ts'
import { failureFrom, Trouble } from './trouble.ts'

const withCode = (code: unknown) =>
  Object.assign(new Error(`${String(code)} /home/a/secret`), { code })

it.each([
  [withCode('ENOSPC'), 'full'],
  [withCode('EDQUOT'), 'full'],
  [withCode('EACCES'), 'denied'],
  [withCode('EPERM'), 'denied'],
  [withCode('EROFS'), 'denied'],
  [withCode('ENOENT'), 'missing'],
  [withCode('EBUSY'), 'busy'],
  [withCode('EMFILE'), 'busy'],
  [withCode('EIO'), 'failed'],
  [withCode('EWHATEVER'), 'failed'],
  [withCode(17), 'failed'],
  [new TypeError('x is not a function'), 'failed'],
  ['a string', 'failed'],
  [new Trouble('conflict', 'Said already.'), 'conflict'],
] as const)('%s becomes %s, in words without the system text', (error, code) => {
  const failure = failureFrom(error, 'The file could not be written')
  expect(failureSchema.parse(failure).code).toBe(code)
  expect(failure.message).not.toMatch(/secret|not a function|E[A-Z]{4,}/)
  if (code !== 'conflict') expect(failure.message).toMatch(/^The file could not be written: /)
})
