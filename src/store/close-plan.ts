import { basename, join } from 'node:path'
import { helpFile, openPlan, readNumbers } from './help-numbers.ts'
import { papersOf } from './paper.ts'
import { previousOf, temporaryName } from './places.ts'
import type { SmallFile } from './small-file.ts'

/** Takes the plan away from where it can be read without unlocking anything, and what a kill left of writing it there. */
export async function closePlan(place: Omit<SmallFile, 'file'>): Promise<void> {
  const { folder, disk } = place
  const { plain } = papersOf(disk ? { disk } : {})
  const file = basename(helpFile(folder))
  for (const name of plain.names(folder))
    if ([file, previousOf(file)].includes(temporaryName.exec(name)?.[1] ?? ''))
      plain.remove(join(folder, name))
  if (readNumbers(folder).plan.length > 0) await openPlan(place, [])
}
