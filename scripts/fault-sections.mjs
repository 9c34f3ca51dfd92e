// What `npm run faults` runs, and for which promise. One file a section where that is possible, so that
// `--only` runs little besides.

const vitest = (promises, what, ...files) => ({ runner: 'vitest', promises, what, files })
const spec = (promises, what, ...files) => ({ runner: 'playwright', promises, what, files })
/** Only for the night. */
const atNight = (section) => ({ ...section, atNight: true })
/** Tests that are counted one by one, as they keep no figures of their own. */
const tests = (promise, what, ...files) => ({
  ...vitest([promise], what, ...files),
  counts: true,
})

export const SECTIONS = [
  vitest(['P4'], 'faults of the disk', 'tests/faults/main/disk-faults.test.ts'),
  vitest(['P5'], 'states of the disk', 'tests/faults/main/crash-states.test.ts'),
  vitest(['P6'], 'kills of a writer', 'tests/faults/main/kills.test.ts'),
  vitest(['P7'], 'flipped bits', 'tests/faults/main/bit-flips.test.ts'),
  vitest(['P8'], 'a full disk below main', 'tests/faults/main/full-disk.test.ts'),
  vitest(['P12'], 'lives of a plan', 'tests/faults/main/thinning.test.ts'),
  vitest(['P20'], 'odd clocks', 'tests/faults/main/clock.test.ts'),
  vitest(['P15'], 'bad inputs, JSON cases and mutants', 'tests/faults/importer'),
  vitest(['P16'], 'plans out and in again', 'tests/faults/exports/round-trip.test.ts'),
  vitest(['P16'], 'Word and slides', 'tests/faults/exports/office-files.test.ts'),
  vitest(['P17'], 'file names', 'tests/faults/exports/file-names.test.ts'),
  vitest(['P2'], 'a plan by hand from its folder', 'tests/faults/by-hand'),
  vitest(['P11'], 'undo and redo', 'tests/faults/undo'),
  tests('P9', 'old databases and files', 'tests/migrations'),
  tests(
    'P10',
    'starts with newer, older and damaged data',
    'src/renderer/store/start.test.ts',
    'src/renderer/store/start-conflict.test.ts',
  ),
  tests('P13', 'snapshots read back and restored', 'src/renderer/store/snapshots.test.ts'),
  tests('P18', 'every channel against bad calls', 'src/main/ipc'),
  tests('P19', 'one writer', 'src/renderer/store/writer-lock.test.ts'),
  spec(['P1'], 'kills while editing', 'tests/e2e/kill.spec.ts'),
  spec(
    ['P13', 'P15', 'P16'],
    'kills while importing, saving and restoring',
    'tests/e2e/kill-acts.spec.ts',
  ),
  spec(['P9', 'P10'], 'upgrades, kills in them, newer data', 'tests/e2e/kill-upgrade.spec.ts'),
  atNight(spec(['P9'], 'kills while the next version takes over', 'tests/e2e/kill-climb.spec.ts')),
  spec(
    ['P2', 'P3'],
    'damage to the browser’s database',
    'tests/e2e/damage.spec.ts',
    'tests/e2e/merge-both.spec.ts',
    'tests/e2e/cut-journal.spec.ts',
  ),
  spec(
    ['P8'],
    'a full, locked or missing disk on the screen',
    'tests/e2e/damage-disk.spec.ts',
    'tests/e2e/folder-gone.spec.ts',
  ),
  spec(['P13'], 'restores through the screen', 'tests/e2e/restore-drill.spec.ts'),
  atNight(spec(['P14'], 'times', 'tests/e2e/load.spec.ts')),
  spec(['P15', 'P18'], 'hostile files and calls', 'tests/e2e/hostile-input.spec.ts'),
  spec(['P16'], 'hostile texts in exports and on the screens', 'tests/e2e/hostile.spec.ts'),
  spec(['P16'], 'hostile texts in print', 'tests/e2e/hostile-print.spec.ts'),
  spec(['P19'], 'second start and second page', 'tests/e2e/second-start.spec.ts'),
]
