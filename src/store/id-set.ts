/** So long are the ids that hearten makes, of ASCII. */
const usual = 20

/**
 * A set of ids. Those of a whole journal are held while it is gone through, so each takes the bytes that it has, and
 * nothing that has to be cleared away.
 */
export class IdSet {
  /** One behind the place among `#ids`, in the slot of its hash or, where that is taken, in the next that is free. */
  #slots = new Int32Array(2 ** 10)
  #ids = new Uint8Array(usual * 2 ** 9)
  #count = 0
  /** Those that are longer or shorter, or of other letters. */
  readonly #others = new Set<string>()

  /**
   * @param text holds the id, from one place to another
   * @returns whether it is new
   */
  add(text: string, from = 0, to = text.length): boolean {
    const hash = to - from === usual ? hashOf(text, from) : -1
    if (hash < 0) {
      const { size } = this.#others
      return this.#others.add(text.slice(from, to)).size > size
    }
    const last = this.#slots.length - 1
    let slot = hash & last
    for (let place = this.#slots[slot] ?? 0; place > 0; place = this.#slots[slot] ?? 0) {
      if (this.#isAt(place - 1, text, from)) return false
      slot = (slot + 1) & last
    }
    for (let nth = 0; nth < usual; nth++)
      this.#ids[this.#count * usual + nth] = text.charCodeAt(from + nth)
    this.#slots[slot] = ++this.#count
    if (this.#count * 2 === this.#slots.length) this.#grow()
    return true
  }

  #isAt(place: number, text: string, from: number): boolean {
    for (let nth = 0; nth < usual; nth++)
      if (this.#ids[place * usual + nth] !== text.charCodeAt(from + nth)) return false
    return true
  }

  #grow(): void {
    const ids = new Uint8Array(this.#ids.length * 2)
    ids.set(this.#ids)
    this.#ids = ids
    this.#slots = new Int32Array(this.#slots.length * 2)
    const last = this.#slots.length - 1
    for (let place = 0; place < this.#count; place++) {
      let hash = 0
      for (let nth = 0; nth < usual; nth++) hash = mixed(hash, ids[place * usual + nth] ?? 0)
      let slot = hash & last
      while (this.#slots[slot] !== 0) slot = (slot + 1) & last
      this.#slots[slot] = place + 1
    }
  }
}

const mixed = (hash: number, code: number): number => (Math.imul(hash, 31) + code) & 0x7fffffff

/** -1 for one that is not of ASCII. */
function hashOf(text: string, from: number): number {
  let hash = 0
  for (let nth = 0; nth < usual; nth++) {
    const code = text.charCodeAt(from + nth)
    if (code > 127) return -1
    hash = mixed(hash, code)
  }
  return hash
}
