/**
 * A command as a shell would split it: blanks part words, quotes and backslashes keep them together.
 * Nothing is expanded. A backslash stands for itself in single quotes, and wherever `backslash` is
 * false, as in the paths of Windows.
 *
 * @returns undefined when a quote is not closed
 */
export function shellWords(line: string, { backslash = true } = {}): string[] | undefined {
  const words: string[] = []
  let word: string | undefined
  let quote = ''
  for (let at = 0; at < line.length; at++) {
    const character = line.charAt(at)
    const next = line.charAt(at + 1)
    // Within double quotes a backslash is only one before what it could be needed for.
    const escapes = backslash && character === '\\' && next !== '' && quote !== "'"
    if (escapes && (quote === '' || '"\\$`'.includes(next))) {
      word = (word ?? '') + next
      at++
    } else if (quote !== '') {
      if (character === quote) quote = ''
      else word += character
    } else if (character === '"' || character === "'") {
      quote = character
      word ??= ''
    } else if (/\s/.test(character)) {
      if (word !== undefined) words.push(word)
      word = undefined
    } else word = (word ?? '') + character
  }
  if (quote !== '') return undefined
  return word === undefined ? words : [...words, word]
}
