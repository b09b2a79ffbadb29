// `npm run bench:insights [-- --quick] [-- --write]`: how often insights and the trend are right, on journals whose truth is known.
// --quick takes a tenth of the journals and writes nothing;
// --write puts the tables into docs/statistics.md. Exits 1 if a bar is missed.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { report } from './insights-report.ts'
import { run, type Tallies, type Trial } from './insights-trials.ts'

const lengths = [30, 60, 90, 180]
const plain = { effect: 0, delay: 0, drift: false, slopePerMonth: 0, answering: false } as const

/** Every kind of journal, in portions small enough that two workers end at about the same time. */
function trials(share: number): Trial[] {
  const all: Omit<Trial, 'seed'>[] = []
  const add = (
    kind: string,
    journals: number,
    plan: Partial<Trial['plan']>,
    about: Trial['about'] = 'insights',
  ) => {
    const portion = Math.ceil((journals * share) / 5)
    for (let i = 0; i < 5; i++) {
      all.push({ about, kind, journals: portion, plan: { ...plain, ratedDays: 30, ...plan } })
    }
  }
  for (const ratedDays of lengths) {
    for (const drift of [false, true]) {
      add(`none ${drift ? 'drift' : 'plain'} ${ratedDays}`, 500, { ratedDays, drift })
      for (const effect of [0.5, 0.8, 1.2]) {
        add(`same ${effect} ${ratedDays}`, 200, { ratedDays, drift, effect })
      }
      add(`next 0.8 ${ratedDays}`, 200, { ratedDays, drift, effect: 0.8, delay: 1 })
    }
    add(`none answering ${ratedDays}`, 250, { ratedDays, answering: true })
  }
  for (const ratedDays of [21, ...lengths]) {
    for (const slopePerMonth of [0, 0.25, 0.5, 1]) {
      // Half a year at a point a month would leave the scale.
      if (slopePerMonth * ratedDays <= 90) {
        add(`trend ${slopePerMonth} ${ratedDays}`, 2000, { ratedDays, slopePerMonth }, 'trend')
      }
    }
  }
  return all.map((trial, i) => ({ ...trial, seed: 1_000_000 * (i + 1) }))
}

async function runAll(waiting: Trial[]): Promise<Tallies> {
  const total: Tallies = {}
  const work = () =>
    new Promise<void>((resolve, reject) => {
      const worker = new Worker(fileURLToPath(import.meta.url), { workerData: 'trials' })
      const next = () => {
        const trial = waiting.shift()
        if (trial) worker.postMessage(trial)
        else void worker.terminate().then(() => resolve())
      }
      worker.on('error', reject)
      worker.on('message', (tallies: Tallies) => {
        for (const [what, [times, of]] of Object.entries(tallies)) {
          const [timesBefore, ofBefore] = total[what] ?? [0, 0]
          total[what] = [timesBefore + times, ofBefore + of]
        }
        next()
      })
      next()
    })
  await Promise.all([work(), work()])
  return total
}

async function main(args: string[]) {
  const began = Date.now()
  const quick = args.includes('--quick')
  const { text, missed } = report(await runAll(trials(quick ? 0.1 : 1)), lengths)
  console.log(text)
  console.log(`\n${Math.round((Date.now() - began) / 1000)} seconds.`)
  for (const bar of missed) console.log(`Missed: ${bar}`)
  if (args.includes('--write') && !quick) {
    const file = 'docs/statistics.md'
    const [start, end] = ['<!-- bench:insights -->', '<!-- /bench:insights -->']
    const [before, rest] = readFileSync(file, 'utf8').split(start)
    writeFileSync(file, `${before}${start}\n\n${text}\n\n${end}${rest?.split(end)[1]}`)
  }
  process.exitCode = missed.length > 0 ? 1 : 0
}

if (isMainThread) await main(process.argv.slice(2))
else if (workerData === 'trials')
  parentPort?.on('message', (trial: Trial) => parentPort?.postMessage(run(trial)))
