import { MAX_JSON_BYTES, refusal } from '../json.ts'

/**
 * The states of mind in Apple Health's export, which may be gigabytes of heartbeats: the file goes through in
 * pieces, and what stays is small. Pure: somebody else reads.
 */
export interface HealthSieve {
  /** @throws Refusal when more is kept than is read at once */
  take(piece: string): void
  /** A file of the same kind with nothing else in it; without its end when the file had none. */
  end(): string
}

/** More than a state of mind takes, in characters. */
const longest = 100_000
const mark = 'StateOfMind'
const isState = /^<(?:StateOfMind\b|Record\b[^<>]*"HKDataTypeStateOfMind")/

export const isHealthExport = (start: string): boolean =>
  /^\ufeff?\s*<\?xml[^>]*>\s*<(?:!DOCTYPE\s+)?HealthData\b/.test(start)

export function healthSieve(): HealthSieve {
  const kept: string[] = []
  let rest = ''
  let last = ''
  let size = 0
  return {
    take(piece) {
      last = `${last.slice(-20)}${piece.slice(-100)}`
      const before = kept.length
      rest = sift(`${rest}${piece}`, kept)
      for (const state of kept.slice(before)) size += state.length
      if (size > MAX_JSON_BYTES) throw refusal('its states of mind are larger than 256 MB')
    },
    end: () =>
      `<?xml version="1.0"?>\n<HealthData>\n${kept.join('\n')}\n${/<\/HealthData>\s*$/.test(last) ? '</HealthData>\n' : ''}`,
  }
}

/** Keeps what is whole, and gives back what may go on in the next piece. */
function sift(text: string, kept: string[]): string {
  let done = 0
  // Nearly all of the file is something else, and this is how to pass over it quickly.
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, done)) {
    const from = done + text.slice(done, at).lastIndexOf('<')
    if (from < done) {
      done = at + mark.length
      continue
    }
    const open = text.indexOf('>', at)
    if (open >= 0 && !isState.test(text.slice(from, open))) {
      done = open
      continue
    }
    const close = text.startsWith('<Record', from) ? '</Record>' : '</StateOfMind>'
    const end = text[open - 1] === '/' ? open + 1 : text.indexOf(close, open) + close.length
    if (open < 0 || end < close.length) return restOf(text, from)
    kept.push(text.slice(from, end))
    done = end
  }
  // A tag may be cut in two.
  const tail = text.lastIndexOf('<')
  return tail >= done && !text.includes('>', tail) ? restOf(text, tail) : ''
}

const restOf = (text: string, from: number): string =>
  text.length - from > longest ? '' : text.slice(from)
