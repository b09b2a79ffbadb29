// Which modules lie together in one file. Opening a file and its folders costs a start more than reading
// a few modules too many, so what (nearly) every command line comes to is put together, step by step on the
// way to the command itself. docs/decisions/002 says more.

/** The steps of a start: a file each, the first of them main.js. What an earlier step brings, no later one holds. */
const steps = [
  { name: 'start', begins: ['src/main.ts'] },
  { name: 'line', begins: ['src/cli/command-line.ts'] },
  {
    name: 'context',
    begins: [
      'src/context.ts',
      'src/desk/look.ts',
      'src/wording/counts.ts',
      'src/wording/days.ts',
      'src/journal/person.ts',
    ],
  },
  { name: 'journal', begins: ['src/store/small-file.ts', 'src/store/open.ts'] },
]
/** What only writing comes to, beyond these and the popular, with the command that has to be quickest. */
const writing = {
  name: 'writing',
  begins: ['src/store/keeper.ts', 'src/desk/keep.ts', 'src/desk/written.ts', 'src/commands/jot.ts'],
}

/** Small ones that are mostly loaded together, each by itself: what they import may be loaded late, or not at all. */
const together = {
  findings: [
    ...['store/cache/findings', 'store/cache/opened-months', 'store/cache/outline'],
    ...['store/cache/remembered', 'store/cache/cache-file', 'store/cache/fresh-months'],
    ...['store/cache/ids', 'store/cache/sums'],
  ],
  discretion: ['reflect/discretion', 'reflect/heavy', 'reflect/mentioning', 'care/calm'],
  matters: ['journal/measure', 'themes/connection', 'reflect/sessions'],
  sheet: ['session/sheet', 'themes/questions'],
  session: [
    ...['commands/today', 'session/letters', 'session/earlier', 'session/known', 'session/choose'],
    ...['session/season', 'session/plan', 'session/words', 'session/session-wish'],
    ...['session/rules', 'session/past'],
  ],
}

/** What at least this part of all commands uses lies together, too. */
const popular = 2 / 5

/** A plugin for rolldown that learns who imports whom, and the groups that follow from it. */
export function chunks() {
  /** @type {Map<string, readonly string[]>} */
  const imports = new Map()
  /** @type {Map<string, string> | undefined} */
  let groups

  const plugin = {
    name: 'chunks',
    /** @this {import('rolldown').PluginContext} */
    buildEnd() {
      for (const id of this.getModuleIds())
        imports.set(id, this.getModuleInfo(id)?.importedIds ?? [])
    },
  }

  /** @param {string[]} from @returns {Set<string>} all that is loaded before these can run, they themselves included */
  function loadedWith(from) {
    const seen = new Set(from)
    for (const id of seen) for (const next of imports.get(id) ?? []) seen.add(next)
    return seen
  }

  /** @param {string} path @returns {string} */
  function idOf(path) {
    const id = [...imports.keys()].find(id => id.replaceAll('\\', '/').endsWith(`/${path}`))
    if (id === undefined) throw new Error(`${path} is in no chunk; tools/chunks.js names it`)
    return id
  }

  function grouped() {
    /** @type {Map<string, string>} */
    const found = new Map()
    /** @param {{ name: string, begins: string[] }} step */
    const take = ({ name, begins }) => {
      for (const id of loadedWith(begins.map(idOf))) if (!found.has(id)) found.set(id, name)
    }
    steps.forEach(take)
    const commands = [...imports.keys()].filter(id => /[\\/]src[\\/]commands[\\/]/.test(id))
    const ways = commands.map(id => loadedWith([id]))
    for (const id of imports.keys())
      if (!found.has(id) && ways.filter(way => way.has(id)).length > popular * ways.length)
        found.set(id, 'desk')
    take(writing)
    for (const [name, paths] of Object.entries(together))
      for (const path of paths) {
        const id = idOf(`src/${path}.ts`)
        if (!found.has(id)) found.set(id, name)
      }
    return found
  }

  return {
    plugin,
    groups: [
      {
        debugName: 'steps',
        /** @param {string} id */
        name(id) {
          groups ??= grouped()
          return groups.get(id) ?? null
        },
      },
    ],
  }
}

/**
 * A plugin for rolldown: the few functions that chunks are held together by lie in the first file, which is there before
 * all others, and not in one that nearly every start would have to open for them.
 */
export const runtimeInMain = {
  name: 'runtime-in-main',
  /** @param {unknown} _ @param {import('rolldown').OutputBundle} bundle */
  generateBundle(_, bundle) {
    const [runtime, main] = ['chunks/rolldown-runtime.js', 'main.js'].map(name => bundle[name])
    if (runtime?.type !== 'chunk' || main?.type !== 'chunk') throw new Error('no runtime to move')
    main.code += `\n${runtime.code}`
    delete bundle[runtime.fileName]
    for (const file of Object.values(bundle))
      if (file.type === 'chunk')
        file.code = file.code.replace('require("./rolldown-runtime.js")', 'require("../main.js")')
  },
}

/** Chunks that the steps of a start and most commands bring. */
export const usual = new Set(['rolldown_runtime', ...steps.map(({ name }) => name), 'desk'])
