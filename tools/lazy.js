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

/** A plugin for rolldown: libraries with these patches. */
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
