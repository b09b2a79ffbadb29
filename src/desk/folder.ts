import { createHash } from 'node:crypto'
import type { Dirent } from 'node:fs'
import { mkdirSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { UserError } from '../errors.ts'
import { notInNames } from '../formats/file-names.ts'
import type { FolderPlan } from '../formats/folder-plan.ts'
import { planFolder } from '../formats/folder-plan.ts'
import { plainPaper } from '../store/paper.ts'
import { clearLeftovers } from './leftovers.ts'

const paper = plainPaper()

/** Remembers which files of a folder an export wrote, and what was in them. */
export const manifestName = '.hearten-export.json'

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))

const manifestSchema = v.object({
  format: v.literal('hearten-export'),
  version: v.literal(1),
  files: v.record(v.string(), hash),
  /** What an export was about to write: still there, it was stopped in between. */
  begun: v.optional(v.record(v.string(), hash), {}),
})

/** What an export holds, gone through from the beginning each time; names are plain, without folders. */
export type Files = () =>
  | Iterable<readonly [name: string, content: string]>
  | AsyncIterable<readonly [name: string, content: string]>

/**
 * Writes an export into a folder, a file after the other: none of them is held longer than that. Only what an earlier export wrote there and nobody changed since is
 * replaced; links are not followed; anything else is left alone and named.
 *
 * @param files the same each time: they are gone through once to see what is new, and once more to write that
 * @param options.prune remove what earlier exports wrote, is unchanged, and is not among `files`
 * @throws UserError when the folder cannot be used
 */
export async function writeFolder(
  folder: string,
  files: Files,
  { prune = false } = {},
): Promise<FolderPlan> {
  const hashes = new Map<string, string>()
  for await (const [name, content] of files()) {
    if (!/^[\p{L}\p{N}_]/u.test(name) || notInNames.test(name))
      throw new Error(`Not a plain file name: ${name}`)
    hashes.set(name, sha256(content))
  }
  const { root, found } = openFolder(folder)
  clearLeftovers(root, name => hashes.has(name) || name === manifestName)
  const { manifest, begun } = readManifest(root)
  const plan = planFolder({
    files: hashes,
    manifest,
    begun,
    present: new Map(
      found.map(file => [
        file.name,
        file.isFile() && [hashes, manifest, begun].some(known => known.has(file.name))
          ? hashOf(join(root, file.name))
          : undefined,
      ]),
    ),
    prune,
  })
  const hashesOf = (names: readonly string[]) =>
    new Map(names.map(name => [name, hashes.get(name) ?? '']))
  // Told before and after, so that our own files never look like somebody else's when this is cut short.
  if (plan.written.length > 0) {
    writeManifest(root, plan.known, hashesOf(plan.written))
    const written = new Set(plan.written)
    for await (const [name, content] of files())
      if (written.has(name)) writeWhole(join(root, name), content)
  }
  for (const name of plan.removed) remove(join(root, name))
  writeManifest(root, plan.manifest)
  return plan
}

/** The entries that lie in a folder, in files that earlier exports wrote and that are there still. */
export function ourIdsIn(folder: string): string[] {
  const { root } = openFolder(folder)
  const { manifest, begun } = readManifest(root)
  return [...manifest.keys(), ...begun.keys()].flatMap(name => {
    const path = join(root, name)
    if (notInNames.test(name) || !paper.about(path, 'itself')?.isFile()) return []
    const text = String(paper.read(path))
    return [...text.matchAll(/^<!-- hearten:([\w-]{1,64}) /gm)].flatMap(([, id]) => id ?? [])
  })
}

function openFolder(folder: string): { root: string; found: Dirent[] } {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const root = realpathSync(folder)
    return { root, found: readdirSync(root, { withFileTypes: true }) }
  } catch (cause) {
    throw new UserError(
      `The folder ${folder} cannot be used (${codeOf(cause)}).\nNothing was changed. Name another with --to.`,
      1,
      { cause },
    )
  }
}

function readManifest(root: string) {
  const path = join(root, manifestName)
  const found = paper.about(path, 'itself')
  if (!found) return { manifest: new Map<string, string>(), begun: new Map<string, string>() }
  try {
    if (!found.isFile()) throw new Error('It is not a file')
    const { files, begun } = v.parse(manifestSchema, JSON.parse(String(paper.read(path))))
    return { manifest: new Map(Object.entries(files)), begun: new Map(Object.entries(begun)) }
  } catch (cause) {
    throw new UserError(
      `${path} should say which files hearten wrote here, and cannot be read.\nNothing was changed. Move it away, or name another folder with --to.`,
      1,
      { cause },
    )
  }
}

function writeManifest(
  root: string,
  files: ReadonlyMap<string, string>,
  begun: ReadonlyMap<string, string> = new Map(),
): void {
  const listed = (hashes: ReadonlyMap<string, string>) => Object.fromEntries([...hashes].sort())
  const content = {
    format: 'hearten-export',
    version: 1,
    files: listed(files),
    ...(begun.size > 0 && { begun: listed(begun) }),
  }
  writeWhole(join(root, manifestName), `${JSON.stringify(content, null, 1)}\n`)
}

/** Nothing for a file that may not be read: it is not ours to replace. */
function hashOf(path: string): string | undefined {
  try {
    return sha256(readFileSync(path))
  } catch {
    return undefined
  }
}

function remove(path: string): void {
  try {
    paper.remove(path)
  } catch (cause) {
    throw new UserError(
      `${path} could not be removed (${codeOf(cause)}). What was written is whole.`,
      1,
      { cause },
    )
  }
}

/** In one step, so that a reader never sees half. Not synced: an export can be made again. */
function writeWhole(path: string, content: string): void {
  try {
    paper.write(path, Buffer.from(content), 'quick')
  } catch (cause) {
    throw new UserError(
      `${path} could not be written (${codeOf(cause)}).\nWhat was written before it is whole. Run the export again when there is room, or name another folder with --to.`,
      1,
      { cause },
    )
  }
}

const sha256 = (content: string | Buffer): string =>
  createHash('sha256').update(content).digest('hex')

const codeOf = (cause: unknown): string => (cause as NodeJS.ErrnoException).code ?? String(cause)
