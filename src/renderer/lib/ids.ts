const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567'

/**
 * A fresh id of 24 characters, 120 random bits. Lower case only, so that two ids never differ by case alone
 * on a disk that does not tell the cases apart.
 */
export function newId(): string {
  let id = ''
  for (const byte of crypto.getRandomValues(new Uint8Array(24))) id += LETTERS[byte & 31] ?? ''
  return id
}
