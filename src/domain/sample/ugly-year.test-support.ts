import type { KeyResult } from '../key-result/key-result.ts'
import { orderKeysAfter } from '../plan/order-key.ts'
import type { Thing } from '../plan/thing.ts'

const WORDS =
  'Customers who call at night wait longer than anybody promised them, and the team that should answer is asleep; '

/** Titles that layouts fear: as long as a title may be, without a space, in other scripts and directions. */
export const UGLY_TITLES: readonly string[] = [
  WORDS.repeat(5).slice(0, 499).trimEnd(),
  'رضا العملاء من 78% إلى 84% قبل نهاية Q4 (الفريق A)',
  'זמן תגובה ראשון מ-14 ל-5 דקות, צוות B!',
  '在第四季度末将客户满意度从78%提高到84%，并把首次响应时间缩短到五分钟以内',
  'ग्राहक संतुष्टि 78 % से 84 % तक, चौथी तिमाही के अंत से पहले',
  '👩‍👩‍👧‍👦 families 🇩🇪🇯🇵 love 5️⃣ stars 🚀🚀🚀',
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(4),
  'Two lines\nin one title, and a quote " and a <b>tag</b> | bar',
  'ความพึงพอใจของลูกค้าเพิ่มขึ้นจาก 78% เป็น 84% ก่อนสิ้นไตรมาสที่สี่',
  'Удовлетворённость клиентов с 78 % до 84 % к концу четвёртого квартала',
  'العملاء',
  '初回応答時間を14分から5分に短縮する',
]

export const UGLY_NAMES: readonly string[] = [
  'محمد بن عبد الله',
  'Maria-Magdalena von und zu Hohenstein-Wolkenkuckucksheim',
  'דנה כהן',
  '山田太郎',
]

const KEY_RESULTS = 40

/**
 * Things with their texts made ugly, and the objectives of one cycle with forty key results between them:
 * every check-in, initiative and judgement stays as it was.
 */
export function uglyYear(things: readonly Thing[], cycleName: string): Thing[] {
  const cycle = things.find((thing) => thing.kind === 'cycle' && thing.name === cycleName)
  let at = 0
  const title = () => UGLY_TITLES[at++ % UGLY_TITLES.length] ?? ''
  const made = things.map((thing): Thing => {
    switch (thing.kind) {
      case 'plan':
        return { ...thing, name: UGLY_TITLES[2] ?? '', direction: WORDS.repeat(6) }
      case 'person':
        return { ...thing, name: UGLY_NAMES[at++ % UGLY_NAMES.length] ?? '' }
      case 'objective':
      case 'keyResult':
      case 'initiative':
        return { ...thing, title: title() }
      case 'detour':
        return { ...thing, title: title(), why: title() }
      case 'journalEntry':
        return { ...thing, text: title() }
      case 'retrospective':
        return {
          ...thing,
          story: UGLY_TITLES.join('\n\n'),
          answers: thing.answers.map((answer) => ({ ...answer, answer: title() })),
          actions: thing.actions.map((action) => ({ ...action, text: title() })),
          keyResults: thing.keyResults.map((row) => ({
            ...row,
            reason: row.reason === '' ? '' : title(),
          })),
        }
      default:
        return thing
    }
  })
  const objectives = made.flatMap((thing) =>
    thing.kind === 'objective' && thing.cycleId === cycle?.id ? [thing] : [],
  )
  const copies = objectives.flatMap((objective, o) => {
    const own = made.filter(
      (thing): thing is KeyResult =>
        thing.kind === 'keyResult' && thing.objectiveId === objective.id,
    )
    const share = Math.floor(KEY_RESULTS / objectives.length) + (o === 0 ? 1 : 0)
    const orders = orderKeysAfter(own, Math.max(0, share - own.length))
    return orders.flatMap((order, i): Thing[] => {
      const from = own[i % own.length]
      if (!from) return []
      const id = `${from.id}-copy-${String(i)}`
      const checkIns = made.flatMap((thing) =>
        thing.kind === 'checkIn' && thing.keyResultId === from.id
          ? [{ ...thing, id: `${thing.id}-copy-${String(i)}`, keyResultId: id }]
          : [],
      )
      return [{ ...from, id, order, title: title(), carriedFrom: null }, ...checkIns]
    })
  })
  return [...made, ...copies]
}
