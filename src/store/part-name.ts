/**
 * The name of a part as it is said and as its folder is called; undefined for what can name none. Letters, digits and
 * dashes, in small letters: such a name leads out of no folder, and is the same on every disk.
 */
export function partNamed(typed: string): string | undefined {
  const name = typed.trim().normalize('NFC').toLowerCase().replace(/\s+/g, '-')
  return /^[\p{L}\p{N}][\p{L}\p{M}\p{N}-]{0,39}$/u.test(name) ? name : undefined
}

/** Whether a file of a copy belongs into a part: no path leads out of it. */
export const isFileOfPart = (file: string): boolean =>
  /^(journal\.json|g[1-9]\d{0,8}\/(identity\.age|recipient\.txt|(people|settings)\.json|months\/\d{4}-\d{2}\.json|pending\/\d{1,16}-[0-9a-z]+\.json))$/.test(
    file,
  )
