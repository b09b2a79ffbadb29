import { createHash } from 'node:crypto'
import type { Markup } from './markup.ts'
import { markup } from './markup.ts'

/** What stands around the body of a page. */
export interface HtmlFrame {
  readonly before: string
  readonly after: string
}

/** True of every page that was not asked for more, and says of nobody whether there are any. */
export const privateLeftOut = 'Private and sealed pages, if there are any, are not in here.'

/** What stands at its head: what it is, and one line about it. */
export const cover = (title: string, line?: string): Markup => markup`<header>
<p class="kicker">From a journal</p>
<h1>${title}</h1>${line && markup`<p class="cover">${line}</p>`}</header>`

/**
 * A page as one file for a browser or a printer. It holds no address and no script, and its policy lets the
 * browser load nothing at all: what is read here stays here.
 *
 * @param style the whole style sheet, without `</style>` in it
 */
export function htmlPage(title: string, style: string, body: readonly Markup[]): string {
  const { before, after } = htmlFrame(title, style)
  return `${before}${markup`${body}`.html}${after}`
}

/** The same for a body that is too long to be held. */
export function htmlFrame(title: string, style: string): HtmlFrame {
  const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'`
  const { html } = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${{ html: style }}</style>
</head>
<body>
`
  return { before: html, after: '\n</body>\n</html>\n' }
}
