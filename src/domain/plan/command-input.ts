import type { z } from 'zod'
import type { Refusal } from './command.ts'
import { refuse } from './command.ts'

const LABELS: Readonly<Record<string, string>> = {
  dueOn: 'due day',
  startOn: 'start day',
  endOn: 'last day',
  untilOn: 'end day',
  ownerId: 'owner',
  effortDays: 'effort',
  wouldDo: 'what would be done differently',
  daysPerWeek: 'days per week',
}

/** A field's name in words: `dueOn` is "Due day", `peopleNeeded` is "People needed". */
function labelOf(path: readonly PropertyKey[]): string {
  const last = path.filter((part) => typeof part === 'string').at(-1)
  if (last === undefined) return 'This'
  const words = LABELS[last] ?? last.replace(/([A-Z])/g, ' $1').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** What is wrong with a field in words that follow its name: `is not a number`. */
export function predicateOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'too_small':
      return issue.minimum === 0 && issue.origin === 'number'
        ? 'is negative'
        : `is less than ${String(issue.minimum)}`
    case 'too_big':
      return issue.message.startsWith('has ') || issue.message.startsWith('is ')
        ? issue.message
        : `is more than ${String(issue.maximum)}`
    case 'invalid_type':
      return issue.expected === 'number' ? 'is not a number' : 'is missing or of the wrong kind'
    case 'invalid_value':
      return 'is none of the choices'
    case 'unrecognized_keys':
      return `has no field ${issue.keys.join(', ')}`
    default:
      return issue.message.startsWith('is ') || issue.message.startsWith('has ')
        ? issue.message
        : 'is not valid'
  }
}

/** The first thing that is wrong with an input, as a sentence beside its field (`changes.` is left out). */
export function inputRefusal(error: z.ZodError): Refusal {
  const issue = error.issues[0]
  if (!issue) return refuse('', 'This is not valid.')
  const path = issue.path[0] === 'changes' ? issue.path.slice(1) : issue.path
  return refuse(path.map(String).join('.'), `${labelOf(path)} ${predicateOf(issue)}.`)
}
