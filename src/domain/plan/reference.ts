import type { Id, Kind, Ref } from './field.ts'
import type { Thing } from './thing.ts'

/** The key of a reference in sets and maps: ids are unique only within a kind. */
export function refKey(ref: { readonly kind: Kind; readonly id: Id }): string {
  return `${ref.kind} ${ref.id}`
}

/**
 * Called once per reference that a thing holds. `isOwner` marks the one without which the thing cannot
 * be: it goes when its owner goes. Returns false to have the reference cleared.
 */
type Visit = (ref: Ref, field: string, isOwner: boolean) => boolean

type Pointer = Id | null

/**
 * Walks all references of a thing that have to resolve and gives the thing without those that `visit`
 * refuses; the same object when all stay. Detours are history: what they are about may be gone. So may
 * the steps that a check-in or a card names, and what a dismissed check was about.
 */
export function visitReferences(thing: Thing, visit: Visit): Thing {
  let isChanged = false
  const owner = (kind: Kind, id: Id, field: string) => {
    visit({ kind, id }, field, true)
  }
  const one = (kind: Kind, id: Pointer, field: string): Pointer => {
    if (id === null || visit({ kind, id }, field, false)) return id
    isChanged = true
    return null
  }
  const ref = <T extends Ref>(target: T | null, field: string): T | null => {
    if (target === null || visit(target, field, false)) return target
    isChanged = true
    return null
  }
  const list = <T>(kind: Kind, items: readonly T[], id: (item: T) => Pointer, field: string): T[] =>
    items.filter((item, i) => {
      const target = id(item)
      if (target === null || visit({ kind, id: target }, `${field}.${String(i)}`, false))
        return true
      isChanged = true
      return false
    })
  const each = <T>(
    items: readonly T[],
    change: (item: T, field: string) => T,
    field: string,
  ): T[] => items.map((item, i) => change(item, `${field}.${String(i)}`))
  const person = (id: Pointer, field: string) => one('person', id, field)
  const self = (id: Id) => id
  const result = ((): Thing => {
    switch (thing.kind) {
      case 'plan':
      case 'theme':
      case 'person':
      case 'cycle':
        return thing
      case 'objective':
        owner('cycle', thing.cycleId, 'cycleId')
        return {
          ...thing,
          ownerId: person(thing.ownerId, 'ownerId'),
          themeId: one('theme', thing.themeId, 'themeId'),
          parent: ref(thing.parent, 'parent'),
          carriedFrom: one('objective', thing.carriedFrom, 'carriedFrom'),
        }
      case 'keyResult':
        owner('objective', thing.objectiveId, 'objectiveId')
        return {
          ...thing,
          ownerId: person(thing.ownerId, 'ownerId'),
          statusOverride: thing.statusOverride && {
            ...thing.statusOverride,
            authorId: person(thing.statusOverride.authorId, 'statusOverride.authorId'),
          },
          carriedFrom: one('keyResult', thing.carriedFrom, 'carriedFrom'),
        }
      case 'initiative':
        owner('cycle', thing.cycleId, 'cycleId')
        return {
          ...thing,
          ownerId: person(thing.ownerId, 'ownerId'),
          contributors: list('person', thing.contributors, (c) => c.personId, 'contributors'),
          tasks: each(
            thing.tasks,
            (task, field) => ({
              ...task,
              assigneeId: person(task.assigneeId, `${field}.assigneeId`),
            }),
            'tasks',
          ),
          serves: list('keyResult', thing.serves, (s) => s.keyResultId, 'serves'),
          dependsOn: list('initiative', thing.dependsOn, self, 'dependsOn'),
          blocker: thing.blocker && {
            ...thing.blocker,
            ownerId: person(thing.blocker.ownerId, 'blocker.ownerId'),
          },
          cardId: one('card', thing.cardId, 'cardId'),
          carriedFrom: one('initiative', thing.carriedFrom, 'carriedFrom'),
        }
      case 'checkIn':
        owner('keyResult', thing.keyResultId, 'keyResultId')
        return {
          ...thing,
          authorId: person(thing.authorId, 'authorId'),
          corrects: one('checkIn', thing.corrects, 'corrects'),
        }
      case 'journalEntry':
        return {
          ...thing,
          authorId: person(thing.authorId, 'authorId'),
          answerOwnerId: person(thing.answerOwnerId, 'answerOwnerId'),
          about: ref(thing.about, 'about'),
          reactions: each(
            thing.reactions,
            (r, field) => ({ ...r, personId: person(r.personId, `${field}.personId`) }),
            'reactions',
          ),
        }
      case 'detour':
        owner('cycle', thing.cycleId, 'cycleId')
        return { ...thing, authorId: person(thing.authorId, 'authorId') }
      case 'retrospective':
        owner('cycle', thing.cycleId, 'cycleId')
        return {
          ...thing,
          keyResults: list('keyResult', thing.keyResults, (r) => r.keyResultId, 'keyResults'),
          objectives: list('objective', thing.objectives, (r) => r.objectiveId, 'objectives'),
          verdicts: thing.verdicts.filter(
            (v, i) => ref(v.about, `verdicts.${String(i)}.about`) !== null,
          ),
          actions: each(
            thing.actions,
            (a, field) => ({ ...a, ownerId: person(a.ownerId, `${field}.ownerId`) }),
            'actions',
          ),
        }
      case 'workshop':
        return {
          ...thing,
          cycleId: one('cycle', thing.cycleId, 'cycleId'),
          objectiveId: one('objective', thing.objectiveId, 'objectiveId'),
          presentIds: list('person', thing.presentIds, self, 'presentIds'),
          withoutPartIds: list('person', thing.withoutPartIds, self, 'withoutPartIds'),
          decisions: each(
            thing.decisions,
            (d, field) => ({ ...d, voteId: one('vote', d.voteId, `${field}.voteId`) }),
            'decisions',
          ),
        }
      case 'card':
        owner('workshop', thing.workshopId, 'workshopId')
        return {
          ...thing,
          personId: person(thing.personId, 'personId'),
          groupId: one('card', thing.groupId, 'groupId'),
          dots: each(
            thing.dots,
            (dot, field) => ({ ...dot, personId: person(dot.personId, `${field}.personId`) }),
            'dots',
          ),
          became: ref(thing.became, 'became'),
        }
      case 'vote':
        owner('workshop', thing.workshopId, 'workshopId')
        return {
          ...thing,
          about: ref(thing.about, 'about'),
          ballots: each(
            thing.ballots,
            (b, field) => ({ ...b, personId: person(b.personId, `${field}.personId`) }),
            'ballots',
          ),
        }
    }
  })()
  return isChanged ? result : thing
}
