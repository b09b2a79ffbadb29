/** One form for all cases of a text, so that `Straße`, `STRASSE` and é in one or two parts are found alike. */
export const folded = (text: string): string =>
  text.normalize('NFC').toLowerCase().replaceAll('ß', 'ss').normalize('NFC')

/** A test for texts that hold all of the words, or any of them. */
export function wordsTest(words: readonly string[], any: boolean): (text: string) => boolean {
  const wanted = words.map(folded)
  return text => {
    const within = folded(text)
    return any
      ? wanted.some(word => within.includes(word))
      : wanted.every(word => within.includes(word))
  }
}

/** Words with one kind of line break, wherever they come from: that of Windows would lie in the journal unseen. */
export const lineBreaks = (text: string): string => text.replace(/\r\n?/g, '\n')
