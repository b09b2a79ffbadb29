// Tries mutants inside one process that has everything loaded. `tools/mutation.js` starts it and reads its results.
import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import type { RunnerTask, RunnerTestCase, RunnerTestFile, SerializedConfig } from 'vitest'
import { TestRunner } from 'vitest'
import { startTests } from 'vitest/internal/browser'

interface Mutant {
  readonly id: string
  readonly key: string
  readonly file: string
}

/** What a test file reaches: by test, in what stands around its tests, and while it is loaded. */
interface Reach {
  readonly file: string
  /** Milliseconds of each test that passed, by its id. */
  readonly times: Record<string, number>
  /** How often each mutant was passed, by the id of the test; `around` for what stands around them. */
  readonly hits: Record<string, Record<string, number>>
  readonly loading: Record<string, number>
}

/** What vitest's runner keeps to itself and this one has to turn. */
interface Inside {
  cancelRun: boolean
  readonly workerState: {
    filepath?: string
    readonly evaluatedModules: {
      getModuleById(id: string): Module | undefined
      invalidateModule(module: Module): void
      readonly idToModuleMap: ReadonlyMap<string, Module>
    }
  }
}

interface Module {
  readonly id: string
  promise?: unknown
  exports?: unknown
  evaluated: boolean
  readonly importers: Set<string>
}

/** What Stryker's code between the lines looks at. */
interface Switch {
  activeMutant?: string | undefined
  currentTestId?: string | undefined
  mutantCoverage?: { static: Record<string, number>; perTest: Reach['hits'] } | undefined
  hitCount?: number | undefined
  hitLimit?: number | undefined
}

const place = process.env.MUTATION_PLACE ?? ''
const root = join(import.meta.dirname, '..')
const lever: Switch = {}
Object.assign(globalThis, { __stryker__: lever })

/** Tests that are slower come last, one by one. In milliseconds of the processor. */
const slow = 100
/** Tests that are slower yet are left out: they would take minutes of every mutant that survives. */
const tooSlow = 1500
/** Tests that say how fast something is would notice a busy machine. */
const timed = /speed|takes time|takes ten years/
const around = 'around'

export default class MutationRunner extends TestRunner {
  declare readonly config: SerializedConfig
  #driving = false
  #mutant: string | undefined
  /** The key of the mutant that is tried, or what else is done. */
  #trying = 'looking which tests reach what'
  #failed: RunnerTask | undefined
  /** How often the tests of a file noticed something lately: they are asked first. */
  readonly #noticed = new Map<string, number>()
  #stopAtFirst = false
  /** How much of the processor each test took, in milliseconds, which a busy machine changes little. */
  readonly #times = new Map<string, number>()
  #began = process.cpuUsage()
  #chosen: ReadonlySet<string> | undefined

  get #inside(): Inside {
    return this as unknown as Inside
  }

  override async onAfterRunFiles(): Promise<void> {
    super.onAfterRunFiles()
    lever.activeMutant = undefined
    lever.currentTestId = undefined
    if (this.#driving) return
    this.#driving = true
    // What is tried is told to nobody but our own file.
    Object.assign(this, {
      onCollectStart: (file: RunnerTestFile) => super.onCollectStart(file),
      onCollected: undefined,
      onTaskUpdate: async () => {},
      onAfterRunFiles: () => MutationRunner.prototype.onAfterRunFiles.call(this),
    })
    // The same run twice gives the same figures; nobody reads the smallest counterexample; and what only the
    // hundredth example would notice counts as not noticed.
    fc.configureGlobal({ seed: 1, numRuns: 20, endOnFailure: true })
    await this.#drive()
  }

  onBeforeRunFiles(): void {
    if (!this.#driving) return
    lever.currentTestId = lever.mutantCoverage ? around : undefined
    lever.activeMutant = this.#mutant
  }

  override async onBeforeRunTask(test: RunnerTestCase): Promise<void> {
    this.#began = process.cpuUsage()
    if (this.#chosen && !this.#chosen.has(test.id)) test.mode = 'skip'
    if (this.#driving && timed.test(test.name)) test.mode = 'skip'
    await super.onBeforeRunTask(test)
    if (lever.mutantCoverage) lever.currentTestId = test.id
  }

  override onAfterRunTask(test: RunnerTestCase): void {
    super.onAfterRunTask(test)
    const { user, system } = process.cpuUsage(this.#began)
    this.#times.set(test.id, (user + system) / 1000)
    if (lever.mutantCoverage) lever.currentTestId = around
    this.#alive()
    if (!this.#driving || test.result?.state !== 'fail') return
    this.#failed ??= test
    if (this.#stopAtFirst) this.#inside.cancelRun = true
  }

  /** Runs a file, or only some of its tests. @returns what failed first */
  async #run(
    file: string,
    {
      mutant,
      chosen,
      afresh = false,
      all = false,
    }: {
      mutant?: string | undefined
      chosen?: ReadonlySet<string> | undefined
      /** With everything loaded anew, and the mutant awake while it is. */
      afresh?: boolean
      all?: boolean
    } = {},
  ): Promise<{ failed: RunnerTask | undefined; ran: RunnerTestFile }> {
    const path = join(root, file)
    if (afresh) this.#forget()
    const known = this.#inside.workerState.evaluatedModules.getModuleById(path)
    if (known) this.#inside.workerState.evaluatedModules.invalidateModule(known)
    this.#mutant = mutant
    this.#chosen = chosen
    this.#failed = undefined
    this.#stopAtFirst = !all
    this.#inside.cancelRun = false
    this.#alive()
    this.#inside.workerState.filepath = path
    lever.activeMutant = afresh ? mutant : undefined
    const [ran] = await startTests([path], this)
    if (!ran) throw new Error(`${file} did not run`)
    const broken = ran.result?.state === 'fail' ? ran : undefined
    return { failed: this.#failed ?? broken, ran }
  }

  /** Tells who waits that this has not come to a standstill. */
  #alive(): void {
    writeFileSync(join(place, 'now'), this.#trying)
  }

  /** Everything of ours is loaded anew the next time. */
  #forget(): void {
    this.#inside.workerState.evaluatedModules.idToModuleMap.forEach(node => {
      if (node.id.includes('node_modules') || node.id.includes('mutation-runner')) return
      node.promise = undefined
      node.exports = undefined
      node.evaluated = false
      node.importers.clear()
    })
  }

  async #drive(): Promise<void> {
    const { mutants, tests, code, every } = JSON.parse(
      readFileSync(join(place, 'plan.json'), 'utf8'),
    )
    const reaches = await this.#reaches(tests, code)
    for (const [at, mutant] of (mutants as Mutant[]).entries()) {
      this.#trying = mutant.key
      this.#alive()
      const began = Date.now()
      const state = await this.#try(mutant, reaches)
      const seen = state.by === undefined ? every : hashOf(join(root, state.by))
      const result = { key: mutant.key, ...state, seen, ms: Date.now() - began }
      appendFileSync(join(place, 'results.jsonl'), `${JSON.stringify(result)}\n`)
      if (at % 50 === 0) process.stderr.write(`${at} of ${mutants.length} ${mutant.file}\n`)
    }
  }

  /**
   * Which tests reach which mutants. Each file runs twice, so that only tests count that pass in a process that
   * ran before. What is known of a file holds as long as it, the helpers and the files that are mutated are as they were.
   */
  async #reaches(tests: readonly string[], code: string): Promise<Reach[]> {
    const kept = join(place, 'reaches.json')
    const known: Record<string, Reach> = existsSync(kept)
      ? JSON.parse(readFileSync(kept, 'utf8'))
      : {}
    const reaches: Record<string, Reach> = {}
    for (const file of tests) {
      const name = `${hashOf(join(root, file))} ${code}`
      reaches[name] = known[name] ?? (await this.#reach(file))
      writeFileSync(kept, JSON.stringify({ ...known, ...reaches }))
    }
    writeFileSync(kept, JSON.stringify(reaches))
    return Object.values(reaches)
  }

  async #reach(file: string): Promise<Reach> {
    lever.mutantCoverage = { static: {}, perTest: {} }
    await this.#run(file, { afresh: true, all: true })
    const { static: loading, perTest: hits } = lever.mutantCoverage
    lever.mutantCoverage = undefined
    const { ran } = await this.#run(file, { all: true })
    const all = testsIn(ran)
    const failed = all.filter(it => it.result?.state === 'fail').map(it => it.name)
    const passed = all.filter(it => it.result?.state === 'pass')
    const late = passed.filter(it => (this.#times.get(it.id) ?? 0) > tooSlow)
    const out = [...failed.map(it => `${it} (fails)`), ...late.map(it => it.name)]
    if (out.length > 0 || all.length === 0)
      process.stderr.write(
        `left out of ${file}: ${out.join('; ')} ${ran.result?.errors?.[0]?.message ?? ''}\n`,
      )
    const times = Object.fromEntries(
      passed.filter(it => !late.includes(it)).map(it => [it.id, this.#times.get(it.id) ?? 0]),
    )
    return { file, times, hits, loading }
  }

  async #try(
    { id }: Mutant,
    reaches: readonly Reach[],
  ): Promise<{ state: string; by?: string; test?: string }> {
    const hits = reaches.flatMap(({ hits }) => Object.values(hits).map(it => it[id] ?? 0))
    lever.hitLimit = Math.max(...hits, 1) * 100 + 1000
    let woken = 0
    const quick: Batch[] = []
    const slower: Batch[] = []
    for (const { file, times, hits } of reaches) {
      const all = hits[around]?.[id] !== undefined
      const ids = Object.keys(times).filter(test => all || hits[test]?.[id] !== undefined)
      const [late, early] = [true, false].map(is =>
        ids.filter(it => (times[it] ?? 0) > slow === is),
      )
      if (early?.length)
        quick.push({ file, chosen: new Set(early), ms: sum(early.map(it => times[it] ?? 0)) })
      for (const it of late ?? []) slower.push({ file, chosen: new Set([it]), ms: times[it] ?? 0 })
    }
    const costOf = ({ file, ms }: Batch) => (ms + 10) / (1 + (this.#noticed.get(file) ?? 0))
    const inOrder = [...quick, ...slower].sort((a, b) => costOf(a) - costOf(b))
    for (const { file, chosen } of inOrder) {
      lever.hitCount = 0
      const { failed } = await this.#run(file, { mutant: id, chosen })
      const endless = lever.hitCount > lever.hitLimit
      woken += lever.hitCount
      lever.hitCount = undefined
      if (failed === undefined) continue
      this.#noticed.set(file, (this.#noticed.get(file) ?? 0) + 1)
      // What was changed for good, such as something kept between calls, would fail for the next ones too.
      const again = { chosen: failed.type === 'test' ? new Set([failed.id]) : chosen }
      const result = { state: endless ? 'endless' : 'caught', by: file, test: failed.name }
      if ((await this.#run(file, again)).failed === undefined) return result
      this.#forget()
      const surely = (await this.#run(file, { ...again, mutant: id })).failed !== undefined
      this.#forget()
      if (surely) return result
    }
    // What is worked out while a file is loaded, or once and then kept, is only seen when all is loaded anew. What one
    // test file loads at its beginning another may load in its midst, and only the first of its tests comes by.
    const loading = reaches.filter(({ loading }) => loading[id] !== undefined)
    const kept = reaches.filter(reach => {
      if (loading.includes(reach) || !inOrder.some(({ file }) => file === reach.file)) return false
      return woken === 0 || sum(Object.values(reach.hits).map(it => it[id] ?? 0)) === 1
    })
    for (const { file, times } of [...loading, ...kept].sort((a, b) => timeOf(a) - timeOf(b))) {
      const chosen = new Set(Object.keys(times))
      const { failed } = await this.#run(file, { mutant: id, afresh: true, chosen })
      this.#forget()
      if (failed !== undefined) return { state: 'caught', by: file, test: failed.name }
    }
    return { state: inOrder.length + loading.length > 0 ? 'survived' : 'unreached' }
  }
}

interface Batch {
  readonly file: string
  readonly chosen: ReadonlySet<string>
  readonly ms: number
}

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)
const timeOf = ({ times }: Reach) => sum(Object.values(times))
const hashOf = (path: string) =>
  createHash('sha256').update(readFileSync(path, 'utf8')).digest('hex').slice(0, 16)

function testsIn(task: RunnerTask): RunnerTestCase[] {
  return task.type === 'test' ? [task] : task.tasks.flatMap(testsIn)
}
