/** The few styles there are. Each takes and gives text; without colour they give it back unchanged. */
export interface Colours {
  /** Headings, and the person's own words. */
  accent(text: string): string
  own(text: string): string
  strong(text: string): string
  dim(text: string): string
  /** What was searched for. */
  hit(text: string): string
  /** Words that lead to an address, where the terminal knows links. */
  link(text: string, address: string): string
  /** A mood from 1 to 5 in its own shade; never red for a feeling. */
  mood(scale: number, text: string): string
}

const same = (text: string): string => text

/** No colour at all: pipes, `--no-color`, `NO_COLOR`, `--plain`. */
export const noColours: Colours = {
  accent: same,
  own: same,
  strong: same,
  dim: same,
  hit: same,
  link: same,
  mood: (_scale, text) => text,
}
