import { visibleLine } from '../gate.ts'
import type { Block, Page, Section } from './page.ts'
import { ownLines } from './page.ts'

/** A page as Markdown, charts as the sentences that say the same. */
export function asMarkdown({ title, sections }: Page): string {
  return [`# ${escaped(title)}`, ...sections.flatMap(parts)].join('\n\n').concat('\n')
}

function parts({ heading, count, blocks }: Section): string[] {
  const title = heading && `## ${escaped(heading)}${count ? ` (${count})` : ''}`
  return [...(title ? [title] : []), ...blocks.flatMap(block => part(block))]
}

function part(block: Block): string[] {
  switch (block.kind) {
    case 'say':
      return [escaped(block.text)]
    case 'note':
      return [`*${escaped(block.onPaper ?? block.text)}*`]
    case 'quote':
      return [
        block.label
          ? `${escaped(block.label)}:\n\n> ${escaped(block.text)}`
          : `> ${escaped(block.text)}`,
      ]
    case 'words':
      return [
        ...(block.day ? [`*${escaped(block.day)}*`] : []),
        ...(block.question ? [escaped(block.question)] : []),
        ownLines(block.text)
          .map(line => `> ${escaped(line)}`)
          .join('\n>\n'),
      ]
    case 'table': {
      const row = (cells: readonly string[]) => `| ${cells.map(escaped).join(' | ')} |`
      const rule = `| --- |${' ---: |'.repeat(block.columns.length - 1)}`
      const label = block.label ? [escaped(block.label)] : []
      return [...label, [row(block.columns), rule, ...block.rows.map(row)].join('\n')]
    }
    default:
      return block.sentences.map(escaped)
  }
}

/** The person's words may look like Markdown or HTML; here they are only words. */
function escaped(text: string): string {
  return visibleLine(text)
    .replace(/[\\`*_[\]<>|~&]/g, '\\$&')
    .replace(/^(\s*)([#+=-])/, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])/, '$1\\$2')
}
