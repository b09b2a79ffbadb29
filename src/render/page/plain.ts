import { many } from '../../wording/counts.ts'
import { visibleLine } from '../gate.ts'
import { wrapWords } from '../wrap.ts'
import type { Block, Page, Section } from './page.ts'
import { ownLines, standsApart } from './page.ts'

/** A page to be read aloud in order: sentences only, a blank line between sections. */
export function forReading(page: Page, width: number): string {
  return [[page.title], ...page.sections.map(lines)]
    .map(section => section.flatMap(line => wrapWords(visibleLine(line), width)).join('\n'))
    .join('\n\n')
    .concat('\n')
}

function lines({ heading, count, blocks }: Section): string[] {
  const title = heading && (count ? `${heading}, ${many(count, 'entry', 'entries')}` : heading)
  return [
    ...(title ? [`${title}.`] : []),
    ...blocks.flatMap((block, n) => [
      ...(standsApart(block, n) ? [''] : []),
      ...sentencesOf(block),
    ]),
  ]
}

function sentencesOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'say':
    case 'note':
      return [block.text]
    case 'quote':
      return [block.label ? `${block.label}: "${block.text}"` : `"${block.text}"`]
    case 'words':
      return [block.day, block.question, ...ownLines(block.text)].filter(it => it !== undefined)
    case 'table':
      return [...(block.label ? [block.label] : []), ...block.sentences]
    default:
      return block.sentences
  }
}
