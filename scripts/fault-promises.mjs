// The promises that `npm run faults` tries to break, and how much of each was asked for.

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

/** Why a set tries less than was asked for, where it does. */
const LESS = {
  P4: {
    short:
      'every call fails, with two of the nine errors in turn; all nine take more minutes than a change may wait',
  },
}

/**
 * What is counted against a number that was asked for: with every change / every night. Figures name it by
 * its key; a number of 0 stands in the figure itself, as it follows from what there is to try.
 */
const measure = (promise, key, words, change, night = change) => ({
  ...{ promise, key, words, asked: { short: change, long: night }, less: LESS[promise] ?? {} },
})
export const MEASURES = [
  measure('P1', 'kills', 'kills while editing, two starts each', 10, 150),
  measure('P2', 'damages', 'kinds of damage, undone to the last change', 14),
  measure('P3', 'kinds', 'kinds of stepping back', 2),
  measure('P4', 'pairs', 'calls of the disk × 9 errors', 0),
  measure('P5', 'states', 'states of the disk', 500),
  measure('P6', 'kills', 'kills of a writer', 50, 500),
  measure('P7', 'flips', 'flipped bits', 1_000, 20_000),
  measure('P8', 'points', 'moments at which the disk is full', 6),
  measure('P9', 'fixtures', 'released files, folders and databases', 0),
  measure('P9', 'kills', 'kills in an upgrade', 20),
  measure('P10', 'kinds', 'newer database, newer file', 2),
  measure('P11', 'sequences', 'sequences of up to 60 steps', 1_000, 20_000),
  measure('P12', 'lives', 'lives of a plan', 10_000),
  measure('P13', 'drills', 'restores through the screen', 30),
  measure('P15', 'inputs', 'inputs of the forty', 40),
  measure('P15', 'mutants', 'mutants of files', 10_000, 200_000),
  measure('P16', 'texts', '500 hostile texts × 4 formats', 2_000),
  measure('P16', 'plans', 'random plans out and in again', 2_000),
  measure('P17', 'names', '500 names × 6 formats', 3_000),
  measure('P18', 'calls', '200 bad calls a channel', 0),
  measure('P19', 'starts', 'second start, second page', 2),
  measure('P20', 'clocks', '4 zones × 3 kinds of clock', 12),
]
