import { basename, extname } from 'node:path'
import { UsageError } from '../errors.ts'

/** Endings of documents that other programs open. What is written here they could not. */
const ofOtherPrograms = /^\.(pdf|docx?|odt|rtf|pages|epub|png|jpe?g|svg)$/i

/** What keeps a page out of a file, by its name: words for the person, or undefined. */
export function whyNoPage(file: string): string | undefined {
  const ending = extname(file)
  if (!ofOtherPrograms.test(ending)) return undefined
  const html = `${basename(file, ending)}.html`
  return `hearten writes no ${ending.slice(1)}, so ${basename(file)} would not open. Name it ${html}: any browser opens it, prints it, and can save it as PDF. With .md it is plain text.`
}

/** @throws UsageError where the name promises what we do not write */
export function refuseNoPage(file: string): void {
  const why = whyNoPage(file)
  if (why !== undefined) throw new UsageError(`${why} Nothing was written.`)
}

/** Whether a page in this file is HTML: where its name says so. Otherwise it is Markdown. */
export const isHtmlPage = (file: string): boolean => /\.html?$/i.test(file)
