import { formatNumber } from '../key-result/value-format.ts'
import type { Block, Line } from '../report/document.ts'
import { cell, heading, ours, row, table, theirs } from '../report/document.ts'
import { commitChecklist } from './commit-checklist.ts'
import type { Minutes } from './minutes-context.ts'
import { VOTE_WORDS, voteWords } from './vote-tally.ts'
import { votesOf } from './workshop-patch.ts'

/** What was decided, each with the vote behind it. */
export function decisionBlocks({ plan, workshop, time }: Minutes): readonly Block[] {
  if (workshop.decisions.length === 0) return []
  const items = workshop.decisions.map((decision): Line => {
    const vote = plan.vote.get(decision.voteId ?? '')
    return [
      ours(`${time(decision.at)} · `),
      theirs(decision.text),
      ...(vote
        ? [
            ours(
              ` (${VOTE_WORDS[vote.method]}, round ${formatNumber(vote.round)}: ${voteWords(vote)})`,
            ),
          ]
        : []),
    ]
  })
  return [heading(2, [ours('Decisions')]), { type: 'list', items }]
}

/** Every vote that was revealed, with its numbers and without names. */
export function voteBlocks({ plan, workshop }: Minutes): readonly Block[] {
  // A vote that was never revealed stays secret, in the minutes as well.
  const votes = votesOf(plan, workshop.id).filter((vote) => vote.revealedAt !== null)
  if (votes.length === 0) return []
  const rows = votes.map((vote) =>
    row(
      [[theirs(vote.question)]],
      cell(`${VOTE_WORDS[vote.method]}, round ${formatNumber(vote.round)}`),
      cell(voteWords(vote)),
      cell(
        [...vote.ballots.map((b) => b.value)]
          .sort((a, b) => a - b)
          .map(formatNumber)
          .join(', '),
      ),
    ),
  )
  return [
    heading(2, [ours('Votes')]),
    table(
      'Votes',
      [
        ['Question', 4],
        ['How', 2],
        ['Result', 3],
        ['Numbers', 2],
      ],
      rows,
    ),
  ]
}

/** The pre-trip checklist, where the agenda had one. */
export function checklistBlocks({ plan, workshop }: Minutes): readonly Block[] {
  if (!workshop.steps.some((step) => step.type === 'commit')) return []
  const items = commitChecklist(plan, workshop).map((check): Line => {
    const words = check.state === 'ok' ? 'yes' : check.state === 'accepted' ? 'accepted: ' : 'open'
    return [
      ours(`${check.title}: ${words}`),
      ...(check.state === 'accepted' ? [theirs(check.reason)] : []),
    ]
  })
  return [heading(2, [ours('Pre-trip checklist')]), { type: 'list', items }]
}
