import { HOSTILE } from '#domain/report/hostile-text.test-support.ts'

/** What a script would do first if one of the texts ran: a test looks for the mark. */
const RUN = ['window.__pwned=1', 'top.__pwned=1', 'parent.__pwned=1', "self['__pw'+'ned']=1"]

const OPENERS = [
  '',
  '">',
  "'>",
  '-->',
  '</title>',
  '</style>',
  '</textarea>',
  '</table>',
  ']]>',
  '*/',
]

const shapes = (run: string): readonly string[] => [
  `<script>${run}</script>`,
  `<ScRiPt >${run}</sCrIpT>`,
  `<script\n>${run}</script\n>`,
  `<img src=x onerror=${run}>`,
  `<img/src="x"/onerror="${run}">`,
  `<svg onload=${run}>`,
  `<svg><script>${run}</script></svg>`,
  `<svg><animate onbegin=${run} attributeName=x dur=1s>`,
  `<body onload=${run}>`,
  `<details open ontoggle=${run}>`,
  `<input autofocus onfocus=${run}>`,
  `<video><source onerror=${run}></video>`,
  `<iframe srcdoc="<script>${run}</script>"></iframe>`,
  `<iframe src="javascript:${run}"></iframe>`,
  `<object data="javascript:${run}"></object>`,
  `<embed src="data:text/html,<script>${run}</script>">`,
  `<a href="javascript:${run}">x</a>`,
  `<form action="javascript:${run}"><button>x</button></form>`,
  `<meta http-equiv="refresh" content="0;url=javascript:${run}">`,
  `<base href="https://evil.example/">`,
  `<link rel=stylesheet href="https://evil.example/x.css">`,
  `<style>@import 'https://evil.example/x.css';*{background:url(https://evil.example/y)}</style>`,
  `<math><mi//xlink:href="data:x,<script>${run}</script>">`,
  `<math><mtext></table><mglyph><style><img src onerror=${run}>`,
  `<noscript><p title="</noscript><img src=x onerror=${run}>">`,
  `<template><script>${run}</script></template>`,
  `" autofocus onfocus="${run}" x="`,
  `' onmouseover='${run}' x='`,
  `javascript:${run}//`,
  `&#106;avascript:${run}`,
  `&lt;script&gt;${run}&lt;/script&gt;`,
  `\\u003cscript\\u003e${run}\\u003c/script\\u003e`,
  `[x](javascript:${run})`,
  `![x](https://evil.example/p.png "${run}")`,
  `<https://evil.example/${run}>`,
  `{{constructor.constructor("${run}")()}}`,
  `\${${run}}`,
  `<!--><script>${run}</script>-->`,
  `<![CDATA[<script>${run}</script>]]>`,
]

/** At least `count` different texts that would run somewhere, made of openers, shapes and scripts. */
export function hostileTexts(count = 500): readonly string[] {
  const found = new Set<string>(HOSTILE.filter((text) => text.trim() !== ''))
  for (const opener of OPENERS)
    for (const [at, run] of RUN.entries())
      for (const [shape, text] of shapes(run).entries())
        if ((at + shape) % RUN.length === 0 || opener === '') found.add(`${opener}${text}`)
  const all = [...found]
  if (all.length < count) throw new Error(`only ${String(all.length)} texts`)
  // Spread over all of them, so that each opener and each shape is among those taken.
  return Array.from({ length: count }, (_, at) => all[Math.floor((at * all.length) / count)] ?? '')
}
