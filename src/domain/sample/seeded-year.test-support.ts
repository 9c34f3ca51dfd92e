import type { Thing } from '../plan/thing.ts'

/**
 * Worked out by hand from the story: way gone ÷ way to go, one decimal, the owner's score behind the
 * slash where there is one; check-ins made of due.
 */
export const BY_HAND: Readonly<
  Record<string, readonly (readonly [string, string, number, string])[]>
> = {
  'Q1 2026': [
    // (20 − 10) ÷ (20 − 10) = 1
    ['First response', '1.0', 1, '13/13'],
    // (76 − 70) ÷ (80 − 70) = 0.6
    ['Customer satisfaction', '0.6', 0.6, '12/13'],
    // (72 − 36) ÷ (72 − 24) = 0.75, one decimal 0.8
    ['Set-up time', '0.8', 0.8, '13/13'],
    // (34 − 30) ÷ (40 − 30) = 0.4
    ['Activation', '0.4', 0.4, '11/13'],
    // 25 % of 1000 is 250; 200 ÷ 250 = 0.8
    ['New customer sign-ups', '0.8', 0.8, '13/13'],
    // 3 of 4 steps = 0.75, one decimal 0.8; the owner says 0.6
    ['Four partner contracts', '0.8', 0.6, '12/13'],
  ],
  'Q2 2026': [
    // (40 − 35) ÷ (40 − 15) = 0.2
    ['First response at night', '0.2', 0.2, '6/13'],
    // not done
    ['Handover', '0.0', 0, '5/13'],
    // (69 − 60) ÷ (90 − 60) = 0.3
    ['Imports without', '0.3', 0.3, '7/13'],
    // the wrong way: counted 0
    ['Import time', '0.0', 0, '6/13'],
    // 20 ÷ 50 = 0.4
    ['Revenue', '0.4', 0.4, '8/13'],
    // 4 of 13 due check-ins in the band = 0.31, one decimal 0.3
    ['The campaign site', '0.3', 0.3, '5/13'],
  ],
  'Q3 2026': [
    // (82 − 76) ÷ 6 = 1
    ['Customer satisfaction', '1.0', 1, '13/13'],
    // (10 − 6.8) ÷ 4 = 0.8
    ['First response', '0.8', 0.8, '13/13'],
    // (43 − 34) ÷ 12 = 0.75, one decimal 0.8; the owner says 0.7
    ['Activation', '0.8', 0.7, '12/13'],
    // found in week five: five were due, five were made
    ['Find out', '1.0', 1, '5/5'],
    // (1380 − 1200) ÷ 300 = 0.6
    ['New customer sign-ups', '0.6', 0.6, '13/13'],
    // (4 − 2) ÷ 4 = 0.5
    ['Signed partner deals', '0.5', 0.5, '13/13'],
  ],
  'Q4 2026': [
    // (6.8 − 5) ÷ 1.8 = 1
    ['First response', '1.0', 1, '13/13'],
    // 11 ÷ 25 = 0.44, one decimal 0.4
    ['Self-service', '0.4', 0.4, '12/13'],
    // (4.2 − 3.6) ÷ 1.2 = 0.5
    ['Customers who leave', '0.5', 0.5, '13/13'],
    // 6.3 ÷ 7 = 0.9
    ['Activation', '0.9', 0.9, '13/13'],
    // 220 ÷ 220 = 1
    ['New customer sign-ups', '1.0', 1, '13/13'],
    // (6 − 4) ÷ 4 = 0.5
    ['Signed partner deals', '0.5', 0.5, '11/13'],
  ],
}

/** Objectives: weighted means by hand, and what overrides them. */
export const OBJECTIVES: Readonly<Record<string, readonly (readonly [string, number, number])[]>> =
  {
    'Q1 2026': [
      ['Answers feel fast', 0.8, 0.8],
      // (1 × 0.8 + 3 × 0.4) ÷ 4
      ['Teams start alone', 0.5, 0.5],
      ['Partners bring customers', 0.7, 0.7],
    ],
    'Q2 2026': [
      ['The night shift answers too', 0.1, 0.1],
      ['The import works for everybody', 0.15, 0.15],
      ['A second channel carries itself', 0.35, 0.35],
    ],
    'Q3 2026': [
      ['Customers rave about our support', 0.9, 0.9],
      ['New teams succeed in their first week', 0.85, 0.85],
      ['Partners bring the right customers', 0.55, 0.6],
    ],
    'Q4 2026': [
      ['Nobody waits for an answer', 0.7, 0.7],
      ['Teams stay', 0.7, 0.7],
      ['Partners are a habit', 0.75, 0.75],
    ],
  }

/** How far each objective's road is driven: weighted means of the unrounded ways above. */
export const PROGRESS: Readonly<Record<string, readonly string[]>> = {
  // (1 + 0.6) ÷ 2; (1 × 0.75 + 3 × 0.4) ÷ 4 = 0.4875; (0.8 + 0.75) ÷ 2 = 0.775
  'Q1 2026': ['80 %', '49 %', '78 %'],
  // (0.2 + 0) ÷ 2; (0.3 + 0) ÷ 2; (0.4 + 4 ÷ 13) ÷ 2 = 0.354
  'Q2 2026': ['10 %', '15 %', '35 %'],
  // (1 + 0.8) ÷ 2; (0.75 + 1) ÷ 2 = 0.875; (0.6 + 0.5) ÷ 2
  'Q3 2026': ['90 %', '88 %', '55 %'],
  // (1 + 0.44) ÷ 2; (0.5 + 0.9) ÷ 2; (1 + 0.5) ÷ 2
  'Q4 2026': ['72 %', '70 %', '75 %'],
}

/** Each cycle: mean score, what it says, key results reached, check-ins made of due. Sums by hand: 2.0, 0.6, 2.35, 2.15 ÷ 3. */
export const CYCLES = [
  ['Q1 2026', 0.666667, 'healthy', 1, '74/78', 'closed'],
  ['Q2 2026', 0.2, 'too-much', 0, '37/78', 'closed'],
  ['Q3 2026', 0.783333, 'healthy', 2, '69/70', 'closed'],
  ['Q4 2026', 0.716667, 'healthy', 2, '75/78', 'review'],
] as const

/** The key results of a cycle as they are written. */
export function titlesIn(things: readonly Thing[], cycle: string): readonly string[] {
  const cycles = things.flatMap((one) => (one.kind === 'cycle' && one.name === cycle ? one.id : []))
  const objectives = things.flatMap((one) =>
    one.kind === 'objective' && cycles.includes(one.cycleId) ? one.id : [],
  )
  return things.flatMap((one) =>
    one.kind === 'keyResult' && objectives.includes(one.objectiveId) ? one.title : [],
  )
}

/** Something that a report has to say: within so many letters behind every mention of some words, or anywhere. */
export type Claim = {
  readonly behind: string | null
  readonly letters: number
  readonly says: string
}

/** Rows of a cycle with the numbers that reports give them: `2.1` is the first of the second objective. */
export const numberedRows = (cycle: string) =>
  (BY_HAND[cycle] ?? []).map(
    (row, i) => [`${String(Math.floor(i / 2) + 1)}.${String((i % 2) + 1)}`, row] as const,
  )

/**
 * What the retrospective of a cycle says by the tables above. `titles` are its key results as they are
 * written; slides have the notes of a row further away, so `isShort` asks for the scores alone.
 */
export function claimsOf(
  [name, mean, , reached, habit]: readonly [string, number, string, number, string, string],
  titles: readonly string[],
  isShort = false,
): readonly Claim[] {
  const anywhere = (says: string): Claim => ({ behind: null, letters: 0, says })
  return [
    anywhere(mean.toFixed(2)),
    anywhere(`${String(reached)} of 6`),
    anywhere(habit.replace('/', ' of ')),
    ...(OBJECTIVES[name] ?? []).map(([title, , score]): Claim => ({
      behind: `· ${title}`,
      letters: 60,
      says: score.toFixed(2),
    })),
    ...numberedRows(name).flatMap(([number, [start, proposed, score, made]]): Claim[] => {
      const behind = `${number} ${titles.find((one) => one.startsWith(start)) ?? start}`
      const letters = isShort ? 110 : 420
      const claim = (says: string): Claim => ({ behind, letters, says })
      if (isShort) return [claim(score.toFixed(2))]
      return [
        claim(score.toFixed(2)),
        claim(`check-ins ${made.replace('/', ' of ')}`),
        claim(Number(proposed).toFixed(2)),
      ]
    }),
  ]
}

/** Claims that a text does not bear out. Spaces do not count: some formats lose them between lines. */
export function unsaid(text: string, claims: readonly Claim[]): readonly Claim[] {
  const even = (words: string) => words.normalize('NFKC').replace(/\s+/gu, '')
  const all = even(text)
  return claims.filter(({ behind, letters, says }) => {
    if (behind === null) return !all.includes(even(says))
    const places = all.split(even(behind)).slice(1)
    return !places.some((rest) => rest.slice(0, letters).includes(even(says)))
  })
}
