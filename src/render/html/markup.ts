import { visible } from '../gate.ts'

/** HTML that may be put into a page as it is. Only {@link markup} makes it. */
export interface Markup {
  readonly html: string
}

type Part = Markup | string | number | false | undefined | readonly Part[]

/**
 * Markup with words in it. Whatever is put in is escaped, unless it is markup already: a person's words
 * can never become elements, attributes or entities.
 */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  let html = strings[0] ?? ''
  for (let nth = 0; nth < parts.length; nth++)
    html += `${inserted(parts[nth])}${strings[nth + 1] ?? ''}`
  return { html }
}

function inserted(part: Part): string {
  if (part === undefined || part === false) return ''
  if (typeof part === 'number') return coordinate(part)
  if (typeof part === 'string') return escaped(visible(part))
  if ('html' in part) return part.html
  return part.map(inserted).join('')
}

/** One decimal is less than a pixel, and keeps the same file the same everywhere. */
const coordinate = (value: number): string => String(Math.round(value * 10) / 10)

const entities = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
} as const

/** The HTML of words. @param shown what `visible` made of them: nothing in them is obeyed by a terminal */
export function escaped(shown: string): string {
  // Most have none, which one look tells.
  if (!/[&<>"']/.test(shown)) return shown
  return shown.replace(/[&<>"']/g, character => entities[character as keyof typeof entities])
}
