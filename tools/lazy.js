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
  // Forty methods are given others' names; only who counts months needs them.
  ...[
    {
      eager: '  constructor() {\n    super();',
      lazy: '  constructor() {\n    super();\n    nameMethods();',
    },
    {
      eager: 'Object.getOwnPropertyNames(Date.prototype).forEach(',
      lazy: `let areNamed = false;
function nameMethods() {
  if (areNamed) return;
  areNamed = true;
  Object.getOwnPropertyNames(Date.prototype).forEach(`,
    },
    { eager: '= utcMethod;\n  }\n});', lazy: '= utcMethod;\n  }\n});\n}' },
  ].map(patch => ({ file: /date-fns[\\/]utc[\\/]date[\\/]mini\.js$/, ...patch })),
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
  // Its patterns are made of tables of Unicode. All of them stand between the first and the last of these lines.
  ...[
    {
      eager: '/* HELPERS */\nconst ANSI_RE = ',
      lazy: `let ANSI_RE, CONTROL_RE, CJKT_WIDE_RE, TAB_RE, EMOJI_RE, LATIN_RE, MODIFIER_RE;
function makePatterns() {
  ANSI_RE = `,
    },
    ...['CONTROL', 'CJKT_WIDE', 'TAB', 'EMOJI', 'LATIN', 'MODIFIER'].map(name => ({
      eager: `const ${name}_RE = `,
      lazy: `${name}_RE = `,
    })),
    { eager: 'const NO_TRUNCATION', lazy: '}\nconst NO_TRUNCATION' },
    { eager: '/* CONSTANTS */', lazy: 'if (!ANSI_RE) makePatterns();' },
  ].map(patch => ({ file: /fast-string-truncated-width[\\/]dist[\\/]index\.js$/, ...patch })),
]

/**
 * A plugin for rolldown: these are loaded by the first line that uses them. `node:crypto` takes a sixth of a bare start,
 * `node:os` a fiftieth, and most starts need neither.
 */
export const lateBuiltins = {
  name: 'late-builtins',
  /** @param {string} code */
  renderChunk: code =>
    ['crypto', 'os'].reduce(
      (text, name) =>
        text
          .replace(new RegExp(`^let node_${name} = require\\("node:${name}"\\);\n`, 'm'), '')
          .replace(
            new RegExp(`^(node_${name}) = (.*)__toESM\\(node_${name}, 1\\);$`, 'm'),
            `let $1 = $2__toESM(require("node:${name}"), 1);`,
          )
          .replace(new RegExp(`\\bnode_${name}\\.(?!default\\b)`, 'g'), `require("node:${name}").`),
      code,
    ),
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
