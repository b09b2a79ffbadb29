/**
 * What is shown of an id, and is enough to name its entry: its end. Its beginning is the time, much
 * alike between neighbours.
 */
export const shortId = (entry: { readonly id: string }): string => entry.id.slice(-6)

/** Whether somebody who typed this meant that id: either end of it, or the beginning of what is shown. */
export function isMeantBy(typed: string, id: string): boolean {
  const part = typed.trim().toLowerCase()
  return (
    part !== '' && (id.startsWith(part) || id.endsWith(part) || shortId({ id }).startsWith(part))
  )
}
