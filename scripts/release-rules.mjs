// What a release is held to beyond the tests: a current Electron, and the fuses of the package.

/** Electron supports its three newest majors; more than one behind the newest is too old to ship. */
const MOST_BEHIND = 1

const majorOf = (version) => Number(/^\D*(\d+)\./.exec(version)?.[1] ?? Number.NaN)

/** What is wrong with the Electron of a release; '' when it is current. */
export const electronTrouble = (used, newest) => {
  const [own, last] = [majorOf(used), majorOf(newest)]
  if (Number.isNaN(own) || Number.isNaN(last)) return `Electron ${used} or ${newest} is no version.`
  return last - own > MOST_BEHIND
    ? `Electron ${used} is ${String(last - own)} majors behind ${newest}.`
    : ''
}

// https://www.electronjs.org/docs/latest/tutorial/fuses: a mark in the program, a version, a length, one sign a fuse.
const MARK = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const FUSES = [
  ['RunAsNode', false],
  ['EnableCookieEncryption', null],
  ['EnableNodeOptionsEnvironmentVariable', false],
  ['EnableNodeCliInspectArguments', false],
  ['EnableEmbeddedAsarIntegrityValidation', true],
  ['OnlyLoadAppFromAsar', true],
  ['LoadBrowserProcessSpecificV8Snapshot', null],
  ['GrantFileProtocolExtraPrivileges', false],
]

/** What is wrong with the fuses in the bytes of a packaged program. Linux checks no asar integrity. */
export const fuseTroubles = (bytes, platform) => {
  const at = bytes.indexOf(MARK)
  if (at < 0) return ['The program has no fuses.']
  const start = at + MARK.length
  if (bytes[start] !== 1) return [`The fuses are of version ${String(bytes[start])}.`]
  const length = bytes[start + 1] ?? 0
  return FUSES.flatMap(([name, wanted], which) => {
    if (wanted === null || (platform === 'linux' && name.endsWith('IntegrityValidation'))) return []
    const sign = which < length ? String.fromCharCode(bytes[start + 2 + which] ?? 0) : 'none'
    return sign === (wanted ? '1' : '0')
      ? []
      : [`The fuse ${name} is not ${wanted ? 'on' : 'off'}.`]
  })
}
