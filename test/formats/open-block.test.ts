import { describe, expect, it } from 'vitest'
import { closingLine } from '../../src/formats/open-block.ts'

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
  ])('%j: %s', (text, closing) => expect(closingLine(text)).toBe(closing))
})
