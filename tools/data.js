// Modules that hold nothing but data. V8 makes hundreds of objects several times as fast of one piece of JSON as of
// code that it compiled before.
import { isDeepStrictEqual } from 'node:util'
import { rolldown } from 'rolldown'
import { escaped } from './plain.js'

/** Large ones that a session waits for, and what it takes long to make. */
const tables =
  /[\\/]src[\\/](themes[\\/](prompts[\\/](?!of-theme)[\w-]+|retired-prompts)|journal[\\/]fields[\\/]field-order|store[\\/]sha256-code)\.ts$/

/** A plugin for rolldown: what such a module gives out is found out by the build, and stands in its place as JSON. */
export const dataAsJson = {
  name: 'data-as-json',
  load: {
    filter: { id: tables },
    /** @param {string} id */
    async handler(id) {
      const bundle = await rolldown({ input: id, platform: 'node' })
      const { output } = await bundle.generate({ format: 'cjs', exports: 'named' })
      await bundle.close()
      /** @type {Record<string, unknown>} */
      const exports = {}
      new Function('exports', output[0].code)(exports)
      return Object.entries(exports)
        .map(([name, value]) => {
          const json = JSON.stringify(value)
          if (!isDeepStrictEqual(JSON.parse(json), value))
            throw new Error(`${name} of ${id} is more than JSON can say`)
          return `export const ${name} = /* @__PURE__ */ JSON.parse(${JSON.stringify(escaped(json))})`
        })
        .join('\n')
    },
  },
}
