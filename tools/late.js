// What is loaded by the first line that uses it: chunks of ours, and modules of Node that few starts need.
import { usual } from './chunks.js'

const required = /^const (require_([\w$]+)) = (require\("\.\/[\w-]+\.js"\));$/gm

/**
 * A plugin for rolldown: a chunk loads another when it first uses something of it, so that what only some ways through
 * a command come to costs the others nothing. What nearly all come to is loaded at once, as asking each time costs too.
 */
export const lateChunks = {
  name: 'late-chunks',
  /** @param {string} code */
  renderChunk(code) {
    const late = [...code.matchAll(required)].filter(([, , chunk = '']) => !usual.has(chunk))
    return late.reduce((text, [line, name = '', , loading]) => {
      const plain = name.replaceAll('$', '\\$')
      return text
        .replace(line, () => `let ${name}_;\nconst ${name} = () => (${name}_ ??= ${loading});`)
        .replace(
          new RegExp(`\\bnew ${plain}\\.([\\w$.]+)`, 'g'),
          (_, of) => `new (${name}().${of})`,
        )
        .replaceAll(`${name}.`, () => `${name}().`)
    }, code)
  },
}

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
