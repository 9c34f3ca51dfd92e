import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { CommandId, CommandInput } from '../plan/commands.ts'
import { runCommand } from '../plan/commands.ts'
import { countingContext, planWithWorkshop } from '../plan/plan-arbitrary.ts'
import type { Plan } from '../plan/plan.ts'
import { applyPatch } from '../plan/plan.ts'
import { buildIndex } from '../plan/plan-index.ts'
import { spansOf } from '../report/document.ts'
import type { ReportDocument } from '../report/document.ts'
import { reportDocx } from '../report/docx.ts'
import { HOSTILE } from '../report/hostile-text.test-support.ts'
import { escapeText, reportHtml } from '../report/html.ts'
import { reportMarkdown } from '../report/markdown.ts'
import { stripsOf } from '../report/strips.ts'
import { elementsOf, readXml, wordsIn } from '../report/xml-reading.test-support.ts'
import { minutesModel, personSheet } from './minutes.ts'
import { MINUTES } from './workshop-room.test-support.ts'

/** The smallest PNG there is. */
const PNG = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
)

function run<C extends CommandId>(plan: Plan, id: C, input: CommandInput<C>): Plan {
  const result = runCommand(plan, id, input, countingContext('2026-11-22', `f${id}`))
  if (!result.ok) throw new Error(`${id}: ${result.message}`)
  return applyPatch(plan, result.patch)
}

/** A workshop with something in every part of its minutes; people's words come from `say`. */
function roomWith(say: (n: number) => string): Plan {
  let plan = planWithWorkshop(countingContext())
  const objectiveId = [...plan.objective.values()].find((o) => o.cycleId === 'q4')?.id ?? ''
  plan = run(plan, 'objective.update', { id: objectiveId, changes: { title: say(0) } })
  plan = run(plan, 'keyResult.add', {
    id: 'k9',
    objectiveId,
    title: say(1),
    ownerId: 'mira',
    metric: { type: 'increase', unit: '%', baseline: 10, target: 40 },
  })
  plan = run(plan, 'initiative.add', {
    id: 'i9',
    cycleId: 'q4',
    title: say(2),
    keyResultId: 'k9',
    startOn: '2026-10-10',
    dueOn: '2026-11-20',
    ownerId: 'mira',
  })
  plan = run(plan, 'vote.reveal', { id: 'v1' })
  plan = run(plan, 'decision.add', { workshopId: 'w1', text: say(3), voteId: 'v1' })
  plan = run(plan, 'card.add', { id: 'c9', workshopId: 'w1', text: say(4) })
  plan = run(plan, 'card.park', { ids: ['c9'], parked: true })
  plan = run(plan, 'journal.add', {
    type: 'concern',
    text: say(5),
    about: { kind: 'cycle', id: 'q4' },
  })
  return run(plan, 'plan.update', {
    changes: { settings: { agreements: [say(6)], notDoing: [say(7)] } },
  })
}

function minutesOf(plan: Plan): ReportDocument {
  const workshop = plan.workshop.get('w1')
  if (!workshop) throw new Error('no workshop')
  return minutesModel(plan, buildIndex(plan), workshop, MINUTES)
}

const even = (text: string) => text.replace(/\s+/gu, ' ')

async function wordBody(report: ReportDocument) {
  const pictures = new Map(stripsOf(report).map((strip) => [strip, PNG]))
  const parts = unzipSync(await reportDocx(report, { paper: 'A4', pictures }))
  return readXml(strFromU8(parts['word/document.xml'] ?? new Uint8Array()))
}

const PLAIN = [
  'Support that customers love',
  'Solved at once',
  'A chatbot for the night',
  'We go in January',
  'A phone line',
  'The vendor is late',
  'Numbers every Monday',
  'Our own ticket system',
]
const HEADINGS = [
  'Agenda',
  'Decisions',
  'Votes',
  'The route',
  'Who does what',
  'Pre-trip checklist',
  'Roadblocks and concerns',
  'Parking lot',
  'Agreements',
  'What we do not do',
  'Sheet for ',
]

describe('the minutes as a file', () => {
  const plan = roomWith((n) => PLAIN[n] ?? '')
  const report = minutesOf(plan)
  const html = reportHtml(report, { paper: 'A4', pageNumbers: true })
  const markdown = reportMarkdown(report)

  it('have the whole route and the road of each objective as drawings', () => {
    const looks = report.sections
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) => (block.type === 'drawing' ? [block.drawing.look] : []))
    expect(looks[0]).toBe('route')
    expect(looks.slice(1).every((look) => look === 'journey')).toBe(true)
    expect(looks.length).toBeGreaterThan(1)
  })

  it.each([...PLAIN, ...HEADINGS, '3 hands', '09:00'])('say %s in HTML and Markdown', (part) => {
    expect(html).toContain(part)
    expect(markdown).toContain(part)
  })

  it('say the same in Word, with the drawings and what they show', async () => {
    const body = await wordBody(report)
    const said = elementsOf(body, 'wp:docPr').map((one) => one.attributes.get('descr') ?? '')
    expect(said).toHaveLength(stripsOf(report).length)
    expect(said.join(' ')).toContain('Support that customers love')
    const words = even(wordsIn(body))
    for (const part of [...PLAIN, ...HEADINGS]) expect(words, part).toContain(part)
  })

  it('draw in HTML, and describe the drawing in Markdown', () => {
    expect(html.match(/<svg/g)?.length).toBeGreaterThanOrEqual(stripsOf(report).length)
    expect(markdown).not.toContain('<svg')
    expect(markdown).toContain('A chatbot for the night')
  })

  it('give a person a sheet alone, in every format', async () => {
    const workshop = plan.workshop.get('w1')
    if (!workshop) throw new Error('no workshop')
    const sheet = personSheet(plan, buildIndex(plan), workshop, 'mira', MINUTES)
    const made = [
      reportHtml(sheet, { paper: 'A4', pageNumbers: true }),
      reportMarkdown(sheet),
      even(wordsIn(await wordBody(sheet))),
    ]
    for (const text of made) {
      expect(text).toContain('A chatbot for the night')
      expect(text).toContain('Solved at once')
      expect(text).not.toContain('Our own ticket system')
    }
  })
})

describe('hostile words in the minutes', () => {
  it('stay words in every format', async () => {
    for (let from = 0; from < HOSTILE.length; from += 8) {
      const report = minutesOf(roomWith((n) => HOSTILE[(from + n) % HOSTILE.length] ?? 'x'))
      const html = reportHtml(report, { paper: 'A4', pageNumbers: true })
      expect(html).not.toMatch(/<script|<img|<math|onerror=(?!alert\(1\)&gt;)[^&]*>/)
      for (const { text, theirs } of spansOf(report))
        if (theirs) expect(html).toContain(escapeText(text))
      expect(reportMarkdown(report)).not.toMatch(/(?<!\\)<(script|img|svg)/)
      expect(wordsIn(await wordBody(report)).length).toBeGreaterThan(0)
    }
  })
})
