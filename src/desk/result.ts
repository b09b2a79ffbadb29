import { closeSync, openSync, statSync, writeSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import type { Context } from '../context.ts'
import { Interrupted } from '../dialogue/signals.ts'
import { UserError } from '../errors.ts'
import { visibleLine } from '../render/gate.ts'
import { plainPaper } from '../store/paper.ts'
import { confirmed } from './confirmed.ts'
import { clearLeftovers } from './leftovers.ts'
import { refuseOurs } from './not-ours.ts'

/**
 * The next part of a result: a text, some that are made as they are come to, or bytes in UTF-8, which are good until
 * the part after it is asked for.
 */
export type ResultPart = string | Iterable<string> | Uint8Array

/** Where a result goes. What was opened for it is closed by `end` or by `abandon`. */
interface Sink {
  add(bytes: Uint8Array): void
  end(): void
  abandon(): void
}

/**
 * Writes a file the person asked for, whole or not at all, for their eyes only (0600), and says where
 * it went. One that is there already is replaced only after a yes. `-` is standard output.
 */
export async function writeResult(context: Context, file: string, text: string): Promise<void> {
  if (file === '-') return context.terminal.print(text)
  const where = await writeInParts(context, file, [text])
  if (where !== undefined) context.terminal.notify(where)
}

/**
 * The same for a result that is too long to be held; each part is asked for when the one before is written.
 * @returns where it went, in words, if that needs to be said
 */
export async function writeInParts(
  context: Context,
  file: string,
  parts: Iterable<ResultPart> | AsyncIterable<ResultPart>,
): Promise<string | undefined> {
  if (file === '-') {
    for await (const part of gathered(parts)) context.terminal.printPart(part)
    return undefined
  }
  const path = resolve(file)
  refuseOurs(context, path)
  const there = statSync(path, { throwIfNoEntry: false })
  if (there?.isFile() === false) {
    await pour(context, parts, path, () => intoStream(path))
    return undefined
  }
  if (there)
    await confirmed(context, `${visibleLine(file)} is there already and would be replaced.`)
  await pour(context, parts, path, () => {
    // A folder that is not there is a slip of the pen, and none is made for it.
    statSync(dirname(path))
    clearLeftovers(dirname(path), name => name === basename(path))
    const growing = plainPaper().grow(path)
    return { ...growing, end: growing.finish }
  })
  return `Written to ${path}, readable only by you.`
}

/** Ctrl-C, a signal or a failure leaves nothing behind. */
async function pour(
  context: Context,
  parts: Iterable<ResultPart> | AsyncIterable<ResultPart>,
  path: string,
  open: () => Sink,
): Promise<void> {
  const sink = inWords(path, open)
  context.onEnd(sink.abandon)
  try {
    await interruptibly(context, async betweenTurns => {
      for await (const part of gathered(parts)) {
        inWords(path, () => sink.add(part))
        await betweenTurns()
      }
    })
    inWords(path, sink.end)
  } finally {
    sink.abandon()
  }
}

/**
 * Does what may take long, and can be stopped by Ctrl-C wherever it says so.
 * @param work calls what it is given where it may stop
 * @throws Interrupted there
 */
export async function interruptibly<T>(
  context: Context,
  work: (betweenTurns: () => Promise<void>) => Promise<T>,
): Promise<T> {
  let isInterrupted = false
  const heedAgain = context.onInterrupt(() => {
    isInterrupted = true
  })
  try {
    return await work(async () => {
      // Signals are heard only between two turns of the event loop, and reading a plain journal takes none.
      await new Promise(setImmediate)
      if (isInterrupted) throw new Interrupted()
    })
  } finally {
    heedAgain()
  }
}

function inWords<T>(path: string, call: () => T): T {
  try {
    return call()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new UserError(`${path} could not be written (${code}). Nothing was changed there.`)
  }
}

/** A pipe or a device (`/dev/stdout`) is written into: replacing it by a file is not what was meant. */
function intoStream(path: string): Sink {
  const file = openSync(path, 'w')
  let isOpen = true
  const close = () => {
    if (isOpen) closeSync(file)
    isOpen = false
  }
  return { add: bytes => writeAllOf(file, bytes), end: close, abandon: close }
}

function writeAllOf(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
}

/**
 * The same bytes in parts that are worth a call of the system each. What is short is put among them as it comes: of
 * texts that are joined first, one letter beyond Latin-1 makes all of them take twice the memory and the time.
 */
async function* gathered(
  parts: Iterable<ResultPart> | AsyncIterable<ResultPart>,
): AsyncGenerator<Uint8Array> {
  const waiting = Buffer.allocUnsafe(2 ** 16)
  let length = 0
  for await (const part of parts)
    for (const one of typeof part === 'string' || part instanceof Uint8Array ? [part] : part) {
      const isText = typeof one === 'string'
      // A unit of UTF-16 takes three bytes at the most.
      const most = isText ? one.length * 3 : one.length
      if (length > 0 && length + most > waiting.length) {
        yield waiting.subarray(0, length)
        length = 0
      }
      if (most > waiting.length) yield isText ? Buffer.from(one) : one
      else if (isText) length += waiting.write(one, length)
      else {
        waiting.set(one, length)
        length += one.length
      }
    }
  if (length > 0) yield waiting.subarray(0, length)
}
