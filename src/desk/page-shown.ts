import type { Context } from '../context.ts'
import { UsageError } from '../errors.ts'
import type { PageToBring } from '../reflect/page-to-bring.ts'
import { asMarkdown } from '../render/page/markdown.ts'
import { print } from '../render/page/print.ts'
import type { Titles } from '../render/page-to-bring.ts'
import { bringHtml, bringPage } from '../render/page-to-bring.ts'
import { many } from '../wording/counts.ts'
import { noteBrought } from './brought.ts'
import { confirmed } from './confirmed.ts'
import { lookOf } from './look.ts'
import { isHtmlPage, refuseNoPage, whyNoPage } from './page-file.ts'
import { writeResult } from './result.ts'

/**
 * Shows a page to bring, and then writes it where the person says: never unseen.
 * @param output the file, where it was said; `-` and a pipe have the page as Markdown, and nothing counts as brought
 */
export async function showAndWrite(
  context: Context,
  page: PageToBring,
  titles: Titles,
  output: string | undefined,
): Promise<void> {
  const { terminal, globals } = context
  // Before it is looked at and agreed to.
  if (output !== undefined) refuseNoPage(output)
  const laidOut = bringPage(page, titles)
  if (output === '-' || (output === undefined && !terminal.interactive)) {
    terminal.print(asMarkdown(laidOut))
    tellAbout(context, page)
    return
  }
  if (!terminal.interactive && !globals.yes)
    throw new UsageError(
      'A page is looked at before it is written, and nobody can do that here.\nAdd --yes to write it all the same. Nothing was written.',
    )
  await terminal.page(print(laidOut, lookOf(context)))
  tellAbout(context, page)
  const file = output ?? (await whereTo(context))
  if (file === undefined) return
  if (output !== undefined && terminal.interactive)
    await confirmed(context, `This is what goes into ${output}.`)
  await writeResult(context, file, isHtmlPage(file) ? bringHtml(page, titles) : asMarkdown(laidOut))
  if (!terminal.interactive)
    terminal.notify('It stands above as text. Look at it before you give it away.')
  await noteBrought(context, {
    ...{ whom: page.whom, until: page.until },
    entries: page.entries.map(({ id }) => id),
    tellsOfDays: page.numbers !== undefined,
  })
}

/** With --yes nothing is asked, and without a name nothing is written. */
async function whereTo(context: Context): Promise<string | undefined> {
  if (context.globals.yes) return undefined
  const dialogue = await context.dialogue('Give --output FILE.')
  try {
    return await dialogue.line({
      ask: 'Write it to a file?',
      hint: 'a name with .html or .md, or Enter',
      check: whyNoPage,
    })
  } finally {
    dialogue.close()
  }
}

/** Said to the person alone: the page holds no trace of what is not on it. */
export function tellAbout({ terminal }: Context, { whom, entries, leftOut }: PageToBring): void {
  if (whom === 'group' && entries.length > 0) terminal.notify(readingTime(entries))
  const { hidden, wordless, brought } = leftOut
  const reasons = [
    leftOut.private > 0 && `${leftOut.private} private`,
    hidden > 0 && `${hidden} that ${hidden === 1 ? 'is' : 'are'} not shown unasked`,
    wordless > 0 && `${wordless} without words`,
    brought > 0 && `${brought} brought before, which --brought takes along`,
  ].filter(Boolean)
  if (reasons.length > 0) terminal.notify(`Left out: ${reasons.join('; ')}.`)
}

const wordsAMinute = 130

function readingTime(entries: PageToBring['entries']): string {
  const words = entries.flatMap(({ text }) => text.split(/\s+/).filter(Boolean)).length
  return `Read aloud it takes about ${many(Math.max(1, Math.round(words / wordsAMinute)), 'minute')}.`
}
