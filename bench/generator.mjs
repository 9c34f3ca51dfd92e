// A seeded plan of any size in the plan format, the same for every page and every run.

/** Objectives × key results × initiatives of the four sizes. */
export const SIZES = {
  S: [5, 4, 5],
  M: [25, 4, 10],
  L: [100, 5, 20],
  XL: [500, 5, 20],
}

const DAY_MS = 86_400_000
const day = (number) => new Date(number * DAY_MS).toISOString().slice(0, 10)

/** mulberry32: small, fast, good enough for scattering dates. */
function random(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const HUES = ['blue', 'violet', 'green', 'orange', 'teal', 'rose']
const VERBS = ['Shorten', 'Rewrite', 'Launch', 'Train', 'Measure', 'Automate', 'Survey', 'Simplify']
const NOUNS = ['the first answer', 'onboarding', 'the help centre', 'billing', 'search', 'reports']
const STATES = ['planned', 'in-progress', 'in-progress', 'done', 'blocked', 'planned']
/** A valid `fractional-indexing` key: integer part `a0`, then a fraction that never ends in 0. */
const orderKey = (index) => `a0${String(index).padStart(6, '0')}5`

/** All rows of a plan of `size`, today in week 8 of a 13-week cycle. */
export function generate(
  size,
  {
    seed = 7,
    todayNumber = Math.floor(Date.now() / DAY_MS),
    planId = `bench-${size}`,
    name = `Bench ${size}`,
  } = {},
) {
  const [objectives, keyResults, initiatives] = SIZES[size]
  const next = random(seed)
  const pick = (list) => list[Math.floor(next() * list.length)]
  const start = todayNumber - 53
  const length = 91
  const things = []
  const base = (kind, id) => ({ kind, id })
  things.push({
    ...base('plan', planId),
    name,
    direction: '',
    settings: {
      cadence: { every: 'week', weekday: 1 },
      thresholds: { onPace: 0.1, slipping: 0.25 },
      currency: 'EUR',
      workingDays: [1, 2, 3, 4, 5],
      notDoing: [],
      agreements: [],
      rootCauses: [],
      retrospectiveQuestions: [],
      dismissedChecks: [],
    },
    createdAt: '2026-01-01T00:00:00.000Z',
  })
  const people = Array.from({ length: 12 }, (_, i) => `person-${i}`)
  people.forEach((id, i) => {
    things.push({
      ...base('person', id),
      name: `Person ${i}`,
      initials: `P${i}`,
      hue: HUES[i % HUES.length],
      role: '',
      daysPerWeek: 5,
      daysOff: [],
      order: orderKey(i + 1),
    })
  })
  things.push({
    ...base('cycle', 'cycle-1'),
    name: 'Bench cycle',
    startOn: day(start),
    endOn: day(start + length - 1),
    state: 'planning',
    stateLog: [],
    leftAtTheKerb: [],
    overbookedReason: '',
  })
  for (let o = 0; o < objectives; o++) {
    const objectiveId = `o${o}`
    things.push({
      ...base('objective', objectiveId),
      cycleId: 'cycle-1',
      title: `${pick(VERBS)} ${pick(NOUNS)} until everybody notices (${o})`,
      why: '',
      ownerId: pick(people),
      type: 'committed',
      themeId: null,
      parent: null,
      contribution: '',
      order: orderKey(o + 1),
      state: 'active',
      stateReason: '',
      hue: HUES[o % HUES.length],
      note: '',
      carriedFrom: null,
    })
    for (let k = 0; k < keyResults; k++) {
      const keyResultId = `${objectiveId}-k${k}`
      const due = start + Math.round(((k + 1) / (keyResults + 0.3)) * length)
      const progress = next()
      things.push({
        ...base('keyResult', keyResultId),
        objectiveId,
        title: `${pick(NOUNS)} from 10 to 90 %`,
        ownerId: pick(people),
        metric: { type: 'increase', unit: '%', baseline: 10, target: 90 },
        dueOn: day(due),
        weight: 1,
        indicator: 'lagging',
        guardrail: false,
        wouldDo: '',
        source: '',
        planLine: { type: 'even' },
        state: 'active',
        stateReason: '',
        statusOverride: null,
        order: orderKey(k + 1),
        note: '',
        link: '',
        carriedFrom: null,
      })
      things.push({
        ...base('checkIn', `${keyResultId}-c`),
        keyResultId,
        day: day(todayNumber - 3),
        at: `${day(todayNumber - 3)}T09:00:00.000Z`,
        value: Math.round(10 + progress * 80),
        stepsDone: null,
        confidence: Math.floor(next() * 11),
        note: '',
        link: '',
        authorId: null,
        origin: 'typed',
        corrects: null,
        skipReason: '',
      })
      for (let i = 0; i < initiatives; i++) {
        const from = start + Math.floor(next() * (length - 10))
        const until = Math.min(start + length - 1, from + 4 + Math.floor(next() * 30))
        const state = pick(STATES)
        things.push({
          ...base('initiative', `${keyResultId}-i${i}`),
          cycleId: 'cycle-1',
          title: `${pick(VERBS)} ${pick(NOUNS)} ${i}`,
          note: '',
          ownerId: pick(people),
          contributors: [],
          startOn: day(from),
          dueOn: day(until),
          state,
          stateReason: '',
          doneOn: state === 'done' ? day(until) : null,
          tasks: [],
          typedProgress: null,
          effortDays: Math.round(next() * 8),
          money: null,
          peopleNeeded: null,
          serves: [{ keyResultId, share: 1 }],
          dependsOn: [],
          blocker: null,
          externalKey: '',
          link: '',
          order: orderKey(i + 1),
          cardId: null,
          carriedFrom: null,
        })
      }
    }
  }
  return things
}
