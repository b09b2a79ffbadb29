// `npm run bench:insights [-- --quick] [-- --write]`: how often insights and the trend are right, on journals whose truth is known.
// --quick takes a seventh of the journals and writes nothing;
// --write puts the tables into docs/statistics.md. Exits 1 if a bar is missed.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { report } from './insights-report.ts'
import { run, type Tallies, type Trial } from './insights-trials.ts'
import { forTrend, withEffect, withoutEffect } from './insights-worlds.ts'

/** Every kind of journal, in portions small enough that two workers end at about the same time. */
function trials(share: number): Trial[] {
  const all: Omit<Trial, 'seed'>[] = []
  const add = (about: Trial['about'], world: string, days: number, journals: number) => {
    for (let i = 0; i < 4; i++)
      all.push({ about, world, days, journals: Math.ceil((journals * share) / 4) })
  }
  for (const days of [90, 180, 365]) {
    for (const world of Object.keys(withoutEffect)) add('nothing', world, days, 240)
    for (const world of Object.keys(withEffect)) add('something', world, days, 160)
  }
  for (const world of Object.keys(withEffect)) add('something', world, 60, 160)
  // Half a year at a point a month would leave the scale.
  for (const [world, { slopePerMonth }] of Object.entries(forTrend))
    for (const days of [21, 30, 60, 90, 180, 365])
      if (slopePerMonth * days <= 95) add('trend', world, days, 400)
  add('looking', 'plain', 180, 120)
  add('words', 'plain', 180, 120)
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
  const { text, missed } = report(await runAll(trials(quick ? 0.15 : 1)))
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
