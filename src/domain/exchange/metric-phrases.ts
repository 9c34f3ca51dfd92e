/** Verbs and words of a number that should rise. */
export const UP =
  /\b(increas\w*|grow\w*|rais\w*|improv\w*|lift\w*|boost\w*|expand\w*|scale\w*|reach\w*|achiev\w*|get|gain\w*|win|add(?:s|ed|ing)?|attain\w*|double|triple|hit|earn\w*|generat\w*|more|up|steiger\w*|erhöh\w*)\b/i
/** Verbs and words of a number that should fall. */
export const DOWN =
  /\b(reduc\w*|decreas\w*|lower\w*|cut\w*|shrink\w*|shorten\w*|drop|bring down|halve|minimi[sz]e|fewer|less|down|senk\w*|verringer\w*|reduzier\w*)\b/i
/** Verbs of a number that should stay where it is. */
export const KEEP = /\b(keep\w*|maintain\w*|hold\w*|stay\w*|remain\w*|sustain\w*|ensure\w*)\b/i
/** Verbs at the start that are followed by things to be counted. */
export const COUNT =
  /^(hire|recruit|onboard|launch|publish|ship|release|close|sign(?!-)|win|interview|run|hold|host|open|write|deliver|add|train|conduct|visit|complete|create|build|land|acquire|book|produce|organi[sz]e|migrate|fix|resolve|talk to|speak (?:to|with)|start|set up)\b/i
/** Words right before an upper bound. */
export const AT_MOST =
  /(?:\b(?:under|below|less than|fewer than|at most|no more than|not more than|max(?:imum)?(?: of)?|up to|within|unter|höchstens)|≤|<=|<)\s{0,2}$/i
/** Words right before a lower bound. */
export const AT_LEAST =
  /(?:\b(?:at least|min(?:imum)?(?: of)?|over|above|more than|not less than|mindestens|über)|≥|>=|>)\s{0,2}$/i
/** Words right behind a lower bound. */
export const OR_MORE = /^\s{0,2}(?:or (?:higher|more|above|better|greater)|\+|and (?:above|up))/i
/** Words right behind an upper bound. */
export const OR_LESS = /^\s{0,2}(?:or (?:lower|less|fewer|below|under))/i
/** Words right before the value of today. */
export const FROM =
  /\b(?:from|von|currently|current(?:ly)? at|today|now at|now|baseline:?|was|up from|down from|vs\.?|instead of):?\s{1,2}(?:about |around |approx\.? |~)?$/i
/** Words right before a change. */
export const BY = /\b(?:by|um)\s{1,2}(?:at least |about |another |around |an additional )?$/i
/** Verbs right before a level: "takes 3 days". */
export const LEVEL_VERB =
  /\b(?:takes?|lasts?|costs?|is|are|returns? in|responds? in|loads? in|stays?)\s{1,2}$/i
/** Between the value of today and the target. */
export const ARROW = /^\s{0,2}(?:→|->|=>|—>|–>|⟶|➔)\s{0,2}/
/** What begins a clause whose numbers are no target. */
export const SUBORDINATE = /\b(?:when|whether|if|what|which|until)\b/i
/** What people write where a number is still missing. */
export const PLACEHOLDER =
  /(?:^|[\s([{$€£~<>])(?:N\/A|TBD|TBC|XX?X?|N|\?{1,3}|_{2,})(?=$|[\s)\]}%.,;:])|\[\s?\]/
/** Units that say until when as often as how much. */
export const DEADLINE_UNITS = new Set(['weeks', 'months'])
/** Numbers in words. */
export const WORD_NUMBERS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
}
/** Units of time in hours, to compare two of them. */
export const HOURS: Readonly<Record<string, number>> = {
  ms: 1 / 3_600_000,
  s: 1 / 3_600,
  min: 1 / 60,
  h: 1,
  d: 24,
  weeks: 168,
}
/** Words right before a range: "takes 3 to 5 days", "every 2 to 3 weeks". */
export const BEFORE_RANGE =
  /(?:\b(?:with|within|in|every|each|for|of|about|around|at|by|to|take[sn]?|lasts?|between|next|first|top|over|under|above|below|after|before|than|least|most|and|or|on|from|have|has|alle|in|mit|nach)|[(~≥≤<>])\s{0,2}$/i
