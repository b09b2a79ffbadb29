import type { Key } from '../../src/dialogue/keys.ts'

/** A key by its name; one letter types itself. */
export const key = (name: string): Key => ({
  name,
  text: name.length === 1 && name >= ' ' ? name : '',
  ctrl: false,
  meta: false,
})

export const ctrl = (name: string): Key => ({ name, text: '', ctrl: true, meta: false })
