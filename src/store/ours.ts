import { join } from 'node:path'
import type { Folders } from './paper.ts'
import type { Generation } from './places.ts'
import { generationIn, isConflictCopy, isTakenIn, monthNamed, temporaryName } from './places.ts'

/** Names of files that hearten makes in a generation. */
const ourName =
  /^(\d{4}-\d{2}|people|settings|\d{1,16}-[0-9a-z]+)\.json(\.(bak|damaged-.*))?$|^(contents|erasing)\.json$|^sequence$/

const inDrafts = /^[0-9a-z-]+(\.latest)?\.json(\.damaged-.*)?$/

const inCache = /^([a-z]+(-\d{4}-\d{2}|-[0-9a-f]{8})?|in-order)\.json$|^sequence$/

/** Every file of ours in a generation or a backup, with the backups in it. */
export function oursIn(paper: Folders, folder: string): string[] {
  const { months, pending, recent, drafts, backups, cache } = generationIn(folder)
  const isOurs = (name: string) =>
    temporaryName.test(name) || ourName.test(name) || isConflictCopy(name) || isTakenIn(name)
  const files = [folder, months, pending, recent].flatMap(inner =>
    paper
      .names(inner)
      .filter(isOurs)
      .map(name => join(inner, name)),
  )
  const named = (inner: string, its: RegExp) =>
    paper
      .names(inner)
      .filter(name => temporaryName.test(name) || its.test(name))
      .map(name => join(inner, name))
  const others = [...named(drafts, inDrafts), ...named(cache, inCache)]
  const older = paper.names(backups).flatMap(name => oursIn(paper, join(backups, name)))
  return [...files, ...others, ...older].filter(path => paper.about(path, 'itself')?.isFile())
}

/** Paths of the shelves there are, relative to the generation. */
export function shelfFiles(paper: Folders, { folder, months }: Generation): string[] {
  return [
    ...paper
      .names(months)
      .filter(name => monthNamed(name) !== undefined)
      .map(name => `months/${name}`),
    ...paper.names(folder).filter(name => name === 'people.json' || name === 'settings.json'),
  ]
}
