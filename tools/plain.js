// The same code in a form of which V8 has less to read.

/** How a chunk gives out what others use: a getter each, though nothing here is ever given another value. */
const getter =
  /Object\.defineProperty\(exports, "([\w$]+)", \{\s*enumerable: true,\s*get: function \(\) \{\s*return ([\w$]+);\s*\}\s*\}\);/g

/** A plugin for rolldown: plain values in place of the getters, which take a tenth of what a start reads. */
export const plainExports = {
  name: 'plain-exports',
  /** @param {string} code */
  renderChunk: code =>
    code.replace(getter, (_, name, value) => {
      if (new RegExp(`^let ${value.replaceAll('$', '\\$')}\\b`, 'm').test(code))
        throw new Error(`${name} is given out and may change; a plain value would stay behind`)
      return `exports.${name} = ${value};`
    }),
}

const awaited = /await Promise\.resolve\(\)\.then\(\(\) => (require\("\.\/[\w-]+\.js"\))\)(?!\.)/g

/** The same for `await import()`: what is required is there at once, and the table of commands has a hundred of these. */
export const plainImports = {
  name: 'plain-imports',
  /** @param {string} code */
  renderChunk: code => code.replace(awaited, 'await $1'),
}

/** @param {string} text @returns {string} the same in ASCII, as JSON and JavaScript both read it */
export const escaped = text =>
  text.replace(/[^\0-\x7f]/g, letter => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)

/**
 * A plugin for rolldown: text beyond ASCII is written as escapes. V8 takes a file of ASCII as it is; any other becomes
 * twice as long in memory, and reading it takes ten times as long.
 */
export const ascii = {
  name: 'ascii',
  /** @param {string} code */
  renderChunk(code) {
    const plain = escaped(code)
    // There an escape would be six letters.
    if (plain !== code && /String\.raw`[^`]*[^\0-\x7f]/.test(code))
      throw new Error('String.raw`…` holds text beyond ASCII')
    return plain
  },
}
