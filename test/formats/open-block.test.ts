import MarkdownIt from 'markdown-it'
import { describe, expect, it } from 'vitest'
import { closingLine } from '../../src/formats/open-block.ts'
import fc from '../helpers/properties.ts'

/** What a text leaves open, as the reference parser of CommonMark 0.31 has it. */
describe('what is open where a text ends', () => {
  it.each<[text: string, closing: string | undefined]>([
    ['words', undefined],
    ['```', '```'],
    ['````js\n```', '````'],
    ['~~~\n```', '~~~'],
    ['```\ncode\n```', undefined],
    ['``` a`b', undefined],
    ['    ```', undefined],
    ['words\n    ```', undefined],
    ['<!-- a\nb', '-->'],
    ['<!-->\n```', '```'],
    ['<!-- a -->\n~~~', '~~~'],
    ['<script>', '</pre>'],
    ['</script>\n```', undefined],
    ['</script>\n\n```', '```'],
    ['<div>\n```', undefined],
    ['<b>\n```', undefined],
    ['words\n<b>\n```', '```'],
    ['<?php', '?>'],
    ['<!DOCTYPE', '>'],
    ['<![CDATA[', ']]>'],
    // Inside a list or a quote it ends with that, and that ends at our mark.
    ['- ```', undefined],
    ['> ```\n> code', undefined],
    ['1. ```\n  <style', '</pre>'],
    ['- a\n\n  ```', undefined],
    ['- a\n\n```', '```'],
    ['- a\n```', '```'],
    ['-\n\n  ```', '```'],
    ['- \n  ```', undefined],
    ['10) a\n   ```', '```'],
    ['10) a\n    ```', undefined],
    ['words\n2. ```', undefined],
    ['> words\n```', '```'],
    ['> words\n    ```', undefined],
    ['-\t```', undefined],
    ['- - a\n  ```\n', undefined],
    ['- a\n---\n```', '```'],
    ['# words\n<b>\n```', undefined],
    // What other blanks there are is no blank.
    ['\ufeff```', undefined],
    ['```\n```\u00a0', '```'],
    ['<div>\n\u2003\n```', undefined],
    ['#\u00a0words\n<b>\n```', '```'],
    ['words\n---\u00a0\n<b>\n```', '```'],
    ['---\u3000\n<b>\n```', '```'],
  ])('%j: %s', (text, closing) => expect(closingLine(text)).toBe(closing))

  it('is what another parser finds open, whatever the text is made of', () => {
    const pieces =
      '\n|\n\n| |    |\t|\u00a0|\ufeff|\u2028|```|~~~|`|> |- |1. |# |---|===|***|<b>|</b>|<div>|<!--|-->|<pre>|</pre>|<?|?>|words'
    const text = fc.array(fc.constantFrom(...pieces.split('|')), { maxLength: 12 })
    fc.assert(
      fc.property(text, parts => {
        const words = parts.join('')
        const closed = [words, closingLine(words) ?? ''].join('\n')
        const last = new MarkdownIt('commonmark').parse(`${closed}\n\n<!-- end -->\n`, {}).at(-1)
        expect(last).toMatchObject({ type: 'html_block', level: 0, content: '<!-- end -->\n' })
      }),
      { numRuns: 5000 },
    )
  })
})
