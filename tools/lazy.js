// Work that libraries do as they are loaded, put off until it is needed. Each costs a good part of a
// bare start of Node, and most commands never come to it. The versions are pinned; a build that finds
// other code than this stops.

/** @type {readonly { file: RegExp, eager: string, lazy: string }[]} */
const patches = [
  {
    // For commands that are programs of their own. hearten has none.
    file: /commander[\\/]lib[\\/]command\.js$/,
    eager: "const childProcess = require('node:child_process');",
    lazy: "const childProcess = { get spawn() { return require('node:child_process').spawn } };",
  },
  {
    // For text beyond the common alphabets.
    file: /string-width[\\/]index\.js$/,
    eager: 'const segmenter = new Intl.Segmenter();',
    lazy: 'let made; const segmenter = { segment: text => (made ??= new Intl.Segmenter()).segment(text) };',
  },
  {
    file: /string-width[\\/]index\.js$/,
    eager: String.raw`const rgiEmojiRegex = /^\p{RGI_Emoji}$/v;`,
    // As a string: the engine reads a regular expression whole, even in a function it has not come to.
    lazy: String.raw`let emoji; const rgiEmojiRegex = { test: text => (emoji ??= new RegExp('^\\p{RGI_Emoji}$', 'v')).test(text) };`,
  },
]

/** A plugin for rolldown. */
export const lazy = {
  name: 'lazy',
  transform: {
    filter: { id: patches.map(patch => patch.file) },
    /**
     * @param {string} code
     * @param {string} id
     */
    handler(code, id) {
      return patches
        .filter(({ file }) => file.test(id))
        .reduce((text, { eager, lazy }) => {
          if (!text.includes(eager)) throw new Error(`${id} no longer holds: ${eager}`)
          return text.replace(eager, () => lazy)
        }, code)
    },
  },
}
