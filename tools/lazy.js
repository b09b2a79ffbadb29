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
    // Its tables are unpacked for text beyond ASCII only. Both lines are the beginning of a block.
    file: /unicode-segmenter[\\/]grapheme\.js$/,
    eager: '{\n  let fill = (',
    lazy: 'let unpacked = false;\nfunction unpack() {\n  unpacked = true;\n  let fill = (',
  },
  {
    file: /unicode-segmenter[\\/]grapheme\.js$/,
    eager: 'export function collectGraphemes(input) {',
    lazy: 'export function collectGraphemes(input) {\n  if (!unpacked) unpack();',
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
