import { HOSTILE } from '#domain/report/hostile-text.test-support.ts'
import { refused, taken, type InputCase } from './input-case.ts'
import { setRow } from './sample-file.ts'

const csv = (text: string) => text
const HEAD = 'Objective,Key result,Owner\n'

const LINKS = [
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'file:///etc/passwd',
  '\\\\host\\share',
  'ms-msdt:/id PCWDiagnostic',
]
const BIDI = [
  '\u202eabc\u202c',
  '\u2066isolated\u2069',
  'zero\u200bwidth\u200d\ufeff',
  `a${'\u0301'.repeat(400)}`,
  'שלום abc עולם',
]
const NAMES = [
  '../../x',
  'C:\\Windows\\a',
  'CON',
  'nul.txt',
  'a:b',
  '.',
  '🚀'.repeat(250),
  'end. . ',
]

/** Inputs 31–38 of the forty: texts that are markup elsewhere, names, tables. */
export const TABLES_AND_TEXTS: readonly InputCase[] = [
  ...HOSTILE.map((title) =>
    taken(
      31,
      `the title ${JSON.stringify(title.slice(0, 40))}`,
      setRow('objective', { title, why: title, note: title }),
    ),
  ),
  ...LINKS.map((link) =>
    taken(32, `the link ${link}`, setRow('keyResult', { link, source: link })),
  ),
  taken(
    33,
    'front matter and raw HTML as an outline',
    '---\ntitle: <b>x</b>\n---\n# Objective: Grow\n- KR: Reach 5 <script>alert(1)</script>\n',
    null,
    'plan.md',
  ),
  ...['=HYPERLINK("http://x")', '+cmd|x', '-2+3', '@SUM(A1)', '\uff1d1', '"=1\nsecond"'].map(
    (cell) =>
      taken(
        34,
        `the cell ${JSON.stringify(cell)}`,
        csv(
          `Title,Owner\n${cell.startsWith('"') ? cell : `"${cell.replaceAll('"', '""')}"`},Mira\n`,
        ),
        null,
        'table.csv',
      ),
  ),
  ...BIDI.map((title) =>
    taken(35, `the title ${JSON.stringify(title.slice(0, 20))}`, setRow('objective', { title })),
  ),
  refused(
    35,
    '10,000 combining marks as a title',
    setRow('objective', { title: `a${'\u0301'.repeat(10_000)}` }),
    /longer than 500/,
  ),
  taken(
    35,
    '10,000 combining marks as a note',
    setRow('objective', { note: `a${'\u0301'.repeat(10_000)}` }),
  ),
  ...NAMES.map((name) =>
    taken(36, `the plan name ${JSON.stringify(name.slice(0, 20))}`, setRow('plan', { name })),
  ),
  refused(
    37,
    'a quote open for 5 MB',
    () => `${HEAD}"open,${'x'.repeat(5e6)}`,
    /larger than 2 MB/,
    'table.csv',
  ),
  refused(
    37,
    'a quote open for 1 MB',
    () => `${HEAD}"open,${'x,\n'.repeat(3e5)}`,
    /not closed|at most 20000/,
    'table.csv',
  ),
  refused(37, 'a quote left open', csv(`${HEAD}A,"B,C\nD,E,F\n`), /not closed/, 'table.csv'),
  refused(
    37,
    '100,000 columns',
    () => `${`Title,${'a,'.repeat(99_998)}b\n`.repeat(2)}`,
    /columns; at most 64/,
    'table.csv',
  ),
  refused(37, 'ragged rows', csv(`${HEAD}A,B,C\nA,B\nA,B,C,D\n`), /lines 3, 4/, 'table.csv'),
  refused(37, 'no rows below the header', HEAD, /no rows/, 'table.csv'),
  refused(37, 'a column twice', csv('Title,Owner,owner\nA,B,C\n'), /Two columns/, 'table.csv'),
  refused(
    37,
    'a column __proto__',
    csv('Title,__proto__\nA,B\n'),
    /may not be called/,
    'table.csv',
  ),
  taken(
    37,
    'a missing header is asked for',
    csv('Grow\tSign-ups\t1\t2\nGrow\tTrials\t1\t2\n'),
    /No header/,
    'table.tsv',
  ),
  taken(38, 'semicolons', csv('Objective;Key result\nGrow;"A; B"\n'), null, 'table.csv'),
  taken(38, 'tabs', csv('Objective\tKey result\nGrow\tReach 5\n'), null, 'table.tsv'),
  taken(
    38,
    'line breaks in quotes',
    csv('Objective,Key result\nGrow,"one\ntwo"\n'),
    null,
    'table.csv',
  ),
  taken(38, 'a sep= line', csv('sep=;\nObjective;Key result\nGrow;Reach 5\n'), null, 'table.csv'),
  taken(
    38,
    'numbers that can be read in two ways',
    csv('Objective;Key result;Target\nGrow;Users;"1,234"\n'),
    /say what the sign means/,
    'table.csv',
  ),
  taken(
    38,
    'days that can be read in two ways',
    csv('Title,Due date\nOne,03/04/2026\n'),
    /say which/,
    'table.csv',
  ),
]
