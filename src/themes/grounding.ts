import { sources } from './sources.ts'

/** A short way back into the room after heavy writing. It may always be skipped. */
export interface Grounding {
  readonly id: string
  readonly name: string
  /** One line at a time, at the person's own pace; there is never a timer. */
  readonly lines: readonly string[]
  /** Only shown to those who pick it: attending to the breath is unpleasant for some. */
  readonly byChoice?: true
  readonly restsOn: string
}

export const groundings: readonly Grounding[] = [
  {
    id: 'five-senses',
    name: 'Five, four, three, two, one',
    lines: [
      'Find five things you can see. The dull ones count.',
      'Four things you can touch from where you are.',
      'Three sounds, near or far.',
      'Two smells, or two you would like.',
      'One taste, or one sip of something.',
    ],
    restsOn: sources.grounding,
  },
  {
    id: 'feet-and-room',
    name: 'Feet and room',
    lines: [
      'Feel what is under your feet, and what is holding your back or your legs.',
      'Press down a little. The floor presses back.',
      'Look slowly round the room, to the door and the window.',
      'Say to yourself where you are, and what day it is.',
    ],
    restsOn: sources.grounding,
  },
  {
    id: 'slow-breath',
    name: 'A slower breath',
    lines: [
      'If the breath is no friend of yours today, leave this one.',
      'Let a breath go out slowly, as if to fog a window.',
      'Let the next one come in when it wants to.',
      'Do that three more times, or stop now.',
    ],
    byChoice: true,
    restsOn: sources.grounding,
  },
  {
    id: 'one-kind-thing',
    name: 'One kind thing',
    lines: [
      'What would be kind to you in the next ten minutes?',
      'Water, a window, a blanket, a message, a door closed. Choose a small one.',
      'When the screen is dark, do just that.',
    ],
    restsOn: sources.smallActivity,
  },
]
