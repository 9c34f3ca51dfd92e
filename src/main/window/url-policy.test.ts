import { describe, expect, it } from 'vitest'
import { APP_ORIGIN, APP_URL, isAtAppOrigin, isPermitted, mayNavigateTo } from './url-policy.ts'

describe('where the window may go', () => {
  it('keeps the origin that all data lies under', () => {
    expect([APP_ORIGIN, APP_URL]).toEqual(['app://roadbook', 'app://roadbook/'])
  })

  it.each(['app://roadbook/', 'app://roadbook/#route', 'APP://roadbook/'])('%s: yes', (url) => {
    expect(mayNavigateTo(url)).toBe(true)
  })

  it.each([
    'app://roadbook.evil/',
    'app://ROADBOOK/',
    'app://roadbook:80/',
    'app://user@roadbook/',
    'app://user:secret@roadbook/',
    'file:///etc/passwd',
    'file://server/share/a.html',
    '\\\\server\\share\\a.html',
    'javascript:alert(1)',
    'data:text/html,<script>1</script>',
    'blob:app://roadbook/0b7f',
    'https://roadbook/',
    'http://roadbook.app.test/',
    'about:blank',
    'app:roadbook',
    'app:///roadbook',
    'app://roadbook\\evil',
    'app://',
    '',
    'view-source:app://roadbook/',
    'filesystem:app://roadbook/temporary/a',
    'chrome://gpu',
  ])('%s: no', (url) => {
    expect(isAtAppOrigin(url)).toBe(false)
    expect(mayNavigateTo(url)).toBe(false)
  })

  it.each(['app://roadbook/index.html', 'app://roadbook/print/abc', 'app://roadbook//'])(
    '%s: at the origin, but not the start page',
    (url) => {
      expect(isAtAppOrigin(url)).toBe(true)
      expect(mayNavigateTo(url)).toBe(false)
    },
  )
})

/** Every name in Electron's documentation of both permission handlers. */
const PERMISSIONS = [
  'clipboard-read',
  'clipboard-sanitized-write',
  'deprecated-sync-clipboard-read',
  'display-capture',
  'fileSystem',
  'fullscreen',
  'geolocation',
  'hid',
  'idle-detection',
  'keyboardLock',
  'media',
  'mediaKeySystem',
  'midi',
  'midiSysex',
  'notifications',
  'openExternal',
  'persistent-storage',
  'pointerLock',
  'serial',
  'speaker-selection',
  'storage-access',
  'top-level-storage-access',
  'unknown',
  'usb',
  'window-management',
]

describe('permissions', () => {
  it('grants two to the app and none to anybody else', () => {
    const granted = PERMISSIONS.filter((name) => isPermitted(name, 'app://roadbook/'))
    expect(granted).toEqual(['clipboard-sanitized-write', 'persistent-storage'])
    for (const url of ['', 'https://example.test/', 'app://roadbook.evil/', 'null'])
      expect(PERMISSIONS.filter((name) => isPermitted(name, url))).toEqual([])
  })
})
