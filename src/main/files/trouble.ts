import type { Failure } from '#shared/ipc-contract.ts'
import { errorCode } from './disk.ts'

/** An expected failure: words for a person and a code for the program. */
export class Trouble extends Error {
  readonly code: Failure['code']

  constructor(code: Failure['code'], message: string) {
    super(message)
    this.code = code
  }
}

const WORDS: Readonly<Record<string, readonly [Failure['code'], string]>> = {
  ENOSPC: ['full', 'the disk is full. Free some space, then try again'],
  EDQUOT: ['full', 'your share of the disk is used up. Free some space, then try again'],
  EACCES: [
    'denied',
    'the system does not allow it. Check the permissions of the file and its folder',
  ],
  EPERM: [
    'denied',
    'the system does not allow it. Check the permissions of the file and its folder',
  ],
  EROFS: ['denied', 'the disk can only be read. Choose another folder'],
  ENOENT: ['missing', 'the file or its folder is not there any more'],
  ENOTDIR: ['missing', 'the folder is not there any more'],
  ENXIO: ['denied', 'it is not an ordinary file'],
  ELOOP: ['denied', 'it is a link that leads back to itself'],
  EBUSY: ['busy', 'another program holds the file. Close it there, then try again'],
  EMFILE: ['busy', 'too many files are open. Close some programs, then try again'],
  ENFILE: ['busy', 'too many files are open. Close some programs, then try again'],
  EXDEV: ['failed', 'the folder lies on another disk'],
  EIO: ['failed', 'the disk reports an error. Save a copy to another disk'],
}

/** Turns any error into the failure that the renderer gets. `doing` is the first half of the sentence. */
export function failureFrom(error: unknown, doing: string): Failure {
  if (error instanceof Trouble) return { ok: false, code: error.code, message: error.message }
  const known = WORDS[errorCode(error)]
  const [code, words] = known ?? (['failed', 'something unexpected went wrong'] as const)
  return { ok: false, code, message: `${doing}: ${words}.` }
}
