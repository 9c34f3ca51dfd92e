// What `npm run faults` runs for which promise.

/** The promises in short; docs/safety.md says what they mean for a person. */
export const PROMISES = {
  P1: 'an edit shown as saved survives a kill',
  P2: 'a wipe of the browser’s database is undone by itself',
  P3: 'a silent step back is noticed',
  P4: 'journal and snapshots survive faults of the disk',
  P5: 'journal and snapshots survive a power cut, by crash states',
  P6: 'journal and snapshots survive real kills',
  P7: 'bit rot is detected',
  P8: 'a full disk loses nothing',
  P9: 'migration keeps all',
  P10: 'newer data is never damaged',
  P11: 'undo is exact',
  P12: 'backups rotate safely',
  P13: 'any backup restores',
  P14: 'load is held',
  P15: 'hostile files are harmless',
  P16: 'exports are inert and faithful',
  P17: 'file names are safe',
  P18: 'messages between page and main hold',
  P19: 'two windows or starts are safe',
  P20: 'time cannot hurt',
}

/** How much was promised to be tried: with every change / every night. */
export const BARS = {
  P1: '10 / 150 kills',
  P2: '14 damages, each undone',
  P3: '2 kinds',
  P4: 'every call × 8 errors',
  P5: 'all states, over 500',
  P6: '50 / 500 kills',
  P7: '1,000 / 20,000 flips',
  P8: '6 points',
  P9: 'all fixtures, 20 kills',
  P10: 'newer database and file',
  P11: '1,000 / 20,000 sequences',
  P12: '10,000 lives',
  P13: '30 drills',
  P14: 'times, see the bench',
  P15: '40 inputs, 10,000 / 200,000 mutants',
  P16: '500 texts × 4 formats, 2,000 plans',
  P17: '500 names × 6 formats',
  P18: '200 payloads a channel',
  P19: 'second start, second page',
  P20: '4 zones, clock back, year 2100',
}

const vitest = (promises, what, ...files) => ({ runner: 'vitest', promises, what, files })
const spec = (promises, what, ...files) => ({ runner: 'playwright', promises, what, files })
/** Tests that are counted one by one, as they keep no figures of their own. */
const tests = (promise, what, ...files) => ({
  ...vitest([promise], what, ...files),
  counts: true,
})

export const SECTIONS = [
  vitest(
    ['P4', 'P5', 'P6', 'P7', 'P8', 'P12', 'P20'],
    'journal and snapshots under faults, kills, flips, a full disk and odd clocks',
    'tests/faults/main',
  ),
  vitest(['P15'], 'bad inputs, JSON cases and mutants', 'tests/faults/importer'),
  vitest(['P16', 'P17'], 'exports and file names', 'tests/faults/exports'),
  vitest(['P2'], 'a plan by hand from its folder', 'tests/faults/by-hand'),
  tests('P9', 'old databases and files', 'tests/migrations'),
  tests('P10', 'starts with newer, older and damaged data', 'src/renderer/store/start.test.ts'),
  tests('P11', 'random steps, undone and redone', 'src/domain/plan/plan-properties.test.ts'),
  tests('P11', 'undo over reloads', 'src/renderer/store/undo.test.ts'),
  tests('P13', 'snapshots read back and restored', 'src/renderer/store/snapshots.test.ts'),
  tests('P18', 'every channel against bad calls', 'src/main/ipc'),
  tests('P19', 'one writer', 'src/renderer/store/writer-lock.test.ts'),
  spec(['P1', 'P15', 'P16'], 'kills while editing, importing and saving', 'tests/e2e/kill.spec.ts'),
  spec(['P2', 'P3'], 'damage to the browser’s database', 'tests/e2e/damage.spec.ts'),
  spec(['P15', 'P16', 'P18'], 'hostile files, texts and calls', 'tests/e2e/hostile.spec.ts'),
]
