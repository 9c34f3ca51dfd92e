import type { Day } from '../calendar/day.ts'
import { reopeningsOf } from '../cycle/reopened.ts'
import type { Review } from '../retrospective/review.ts'
import {
  composeActions,
  composeAnswers,
  composeCauses,
  composeDropped,
  composeVerdicts,
} from './compose-judgement.ts'
import { composeRoute, cycleHeading, subtitleOf } from './compose-report.ts'
import { composeRules } from './compose-rules.ts'
import { composeScores } from './compose-scores.ts'
import { composeDetours, composeJournal } from './compose-story.ts'
import { heading, note, ours, theirs, theirsWithLinks } from './document.ts'
import type { Block, ReportDocument } from './document.ts'
import type { ReportOptions, SectionId } from './options.ts'
import { count, printDayIn, printNumber, printScore } from './printed-number.ts'
import { framed } from './report-frame.ts'
import type { Story } from './retrospective-story.ts'

/** The cycle retrospective as a document: scores with their origin, causes, verdicts, answers, actions. */
export function composeRetrospective(story: Story, options: ReportOptions): ReportDocument {
  const { model } = story
  return framed(
    {
      kind: 'retrospective',
      planName: model.planName,
      subject: model.cycle.name,
      heading: cycleHeading(model.cycle, options.dates),
      subtitle: subtitleOf(model, options.dates),
      today: model.today,
      compose: (id) => composePart(id, story, options),
    },
    options,
  )
}

function composePart(id: SectionId, story: Story, options: ReportOptions): readonly Block[] {
  const { review, model, plan } = story
  const { dates } = options
  const retrospective = review.retrospective
  const day = (value: Day) => printDayIn(model.cycle.endOn.slice(0, 4), value, dates)
  switch (id) {
    case 'figures':
      return [
        ...figures(review),
        ...reopeningsOf(review.cycle).map(({ on, reason }) =>
          note(ours(`Reopened on ${day(on)} after it was closed: `), theirs(reason)),
        ),
      ]
    case 'story': {
      const text = retrospective?.story ?? ''
      if (text.trim() === '') return []
      return [
        heading(2, [ours('The story')]),
        { type: 'text', look: 'prose', text: theirsWithLinks(text) },
      ]
    }
    case 'route':
      return composeRoute(model, dates)
    case 'objectives':
      return [
        ...review.objectives.flatMap((reviewed) => composeScores(reviewed, story, options)),
        ...composeDropped(story),
      ]
    case 'causes':
      return composeCauses(story)
    case 'detours':
      return composeDetours(model, dates)
    case 'journal':
      return composeJournal(model, dates)
    case 'verdicts':
      return composeVerdicts(story)
    case 'answers':
      return composeAnswers(retrospective?.answers ?? [])
    case 'actions':
      return composeActions(retrospective?.actions ?? [], plan, day)
    case 'rules':
      return [
        ...composeRules(model, dates),
        note(
          ours(
            'Score: proposed = counted progress with one decimal; the owner’s final score holds where there is one, and both are printed. An objective’s score is the mean of its key results by weight, unless it was set with a reason; the average is the plain mean of the objectives. Below 0.4 missed, below 0.7 partly, 0.7 and up reached; for a committed objective only 1.0 is green. A cycle’s mean above 0.85 is “too safe?”, 0.60–0.85 healthy, 0.40–0.60 partial, below 0.40 “more than we could carry”.',
          ),
        ),
      ]
    default:
      return []
  }
}

function figures(review: Review): readonly Block[] {
  const { mean, verdict, habit } = review
  return [
    {
      type: 'figures',
      figures: [
        {
          value: mean === null ? '–' : printScore(mean),
          label: verdict === null ? 'average score' : `average score: ${verdict.words}`,
        },
        {
          value: `${printNumber(review.reached)} of ${printNumber(review.keyResults)}`,
          label: 'key results reached',
        },
        {
          value: printNumber(review.initiativesDone),
          label: `of ${count(review.initiatives, 'initiative')} arrived, ${printNumber(review.initiativesDropped)} dropped`,
        },
        {
          value: `${printNumber(habit.done)} of ${printNumber(habit.due)}`,
          label: 'check-ins done',
        },
      ],
    },
  ]
}
