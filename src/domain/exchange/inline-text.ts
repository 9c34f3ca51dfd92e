import type { DraftLink } from './draft.ts'

/** Text of one line without its marks, and the links that stood in it. */
export type InlineText = { readonly text: string; readonly links: readonly DraftLink[] }

const ADDRESS = /https?:\/\/[^\s<>"]+/g

/** The offset of the bracket that closes the one at `open`, or −1; brackets may be nested. */
function closing(text: string, open: number, left: string, right: string): number {
  let depth = 0
  const end = Math.min(text.length, open + 4_000)
  for (let at = open; at < end; at++) {
    const char = text[at]
    if (char === '\\') at += 1
    else if (char === left) depth += 1
    else if (char === right) {
      depth -= 1
      if (depth === 0) return at
    }
  }
  return -1
}

/** Replaces `[text](address)`, `![alt](address)` and `<address>` by their text and collects them. */
function takeLinks(source: string, links: DraftLink[]): string {
  let out = ''
  let from = 0
  // A line of nothing but brackets must not cost the square of its length.
  let tries = 0
  for (let at = 0; at < source.length && tries < 500; at++) {
    const char = source[at]
    if (char === '\\') {
      at += 1
      continue
    }
    if (char === '<' && /^<(?:https?:\/\/|mailto:)/i.test(source.slice(at, at + 10))) {
      tries += 1
      const end = source.indexOf('>', at)
      if (end === -1 || end - at > 2_002) continue
      const address = source.slice(at + 1, end)
      links.push({ text: address, address })
      out += source.slice(from, at) + address
      from = end + 1
      at = end
    }
    if (char !== '[') continue
    tries += 1
    const end = closing(source, at, '[', ']')
    if (end === -1 || source[end + 1] !== '(') continue
    const stop = closing(source, end + 1, '(', ')')
    if (stop === -1) continue
    const inner = source.slice(end + 2, stop).trim()
    const address = (/^<([^<>]*)>|^\S+/.exec(inner)?.[0] ?? '').replace(/^<|>$/g, '')
    const text = source.slice(at + 1, end)
    if (address !== '') links.push({ text: plainMarks(text), address })
    const before = source[at - 1] === '!' ? at - 1 : at
    out += source.slice(from, before) + text
    from = stop + 1
    at = stop
  }
  return out + source.slice(from)
}

/** Takes off bold, italic, strike-through, code marks and backslash escapes; leaves `*` and `_` in words. */
function plainMarks(text: string): string {
  return text
    .replace(/(\*\*\*|\*\*|__|~~)(?=\S)/g, '')
    .replace(/(?<=\S)(\*\*\*|\*\*|__|~~)/g, '')
    .replace(
      /(?<![\p{L}\p{N}*])\*(?=[\p{L}\p{N}"“(])|(?<=[\p{L}\p{N}.!?)"”])\*(?![\p{L}\p{N}*])/gu,
      '',
    )
    .replace(
      /(?<![\p{L}\p{N}_])_(?=[\p{L}\p{N}"“(])|(?<=[\p{L}\p{N}.!?)"”])_(?![\p{L}\p{N}_])/gu,
      '',
    )
    .replace(/`/g, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
}

/** ":tada:", "<@U1|mira>" and "<https://…|text>", as messages are copied out of a chat. */
const fromChat = (source: string) =>
  source
    .replace(/(?<=^|[\s*_])[ \t]?:[a-z+][a-z0-9_+-]{1,40}:(?=[\s*_]|$)/g, '')
    .replace(/<@[A-Z0-9]{1,20}\|([^<>|]{1,60})>/g, '@$1')
    .replace(/<(https?:[^<>|\s]{1,2000})\|([^<>|]{1,200})>/g, '[$2]($1)')

/** Reads Markdown inside a line: marks go, link texts stay, addresses are kept beside. */
export function readInline(source: string): InlineText {
  const links: DraftLink[] = []
  const text = plainMarks(takeLinks(fromChat(source), links))
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/^[\s\u200b\u2060\ufeff]+|[\s\u200b\u2060\ufeff]+$/g, '')
  for (const match of text.matchAll(ADDRESS)) {
    const address = match[0].replace(/[.,;:!?)\]]+$/, '')
    if (!links.some((link) => link.address === address)) links.push({ text: '', address })
  }
  return { text, links }
}

/** True when the whole line is bold, as people mark objectives. */
export function isBold(source: string): boolean {
  const text = source.trim()
  return (
    (text.startsWith('**') && text.endsWith('**') && text.length > 4) ||
    (text.startsWith('__') && text.endsWith('__') && text.length > 4)
  )
}

/** Text with its links readable as plain text: `dashboard (https://…)`. */
export function textWithAddresses(source: string): string {
  const links: DraftLink[] = []
  const out: string[] = []
  let rest = source
  // Link by link, so that each address stands right behind its own text.
  for (let turn = 0; turn < 200; turn++) {
    const at = rest.search(/!?\[|<https?:/i)
    if (at === -1) break
    const before = links.length
    const end = linkEnd(rest, at)
    const text = takeLinks(rest.slice(at, end), links)
    const link = links.length > before ? links.at(-1) : undefined
    out.push(rest.slice(0, at), text, link && link.address !== text ? ` (${link.address})` : '')
    rest = rest.slice(end)
  }
  out.push(rest)
  return plainMarks(out.join(''))
    .replace(/[ \t]+/g, ' ')
    .trim()
}

function linkEnd(text: string, at: number): number {
  const open = text.indexOf('[', at)
  if (text[at] === '<') {
    const end = text.indexOf('>', at)
    return end === -1 ? at + 1 : end + 1
  }
  const end = closing(text, open, '[', ']')
  if (end === -1 || text[end + 1] !== '(') return open + 1
  const stop = closing(text, end + 1, '(', ')')
  return stop === -1 ? open + 1 : stop + 1
}
