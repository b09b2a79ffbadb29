/** What an urge is often for, to be picked by a key. Any other words will do. */
export const urgeWants: readonly string[] = [
  'to drink',
  'to use',
  'to write to somebody',
  'to look somebody up',
]

/** Those of them that are about somebody. */
export const wantsSomebody: ReadonlySet<string> = new Set(urgeWants.slice(2))

/** One step of the wait. */
export interface UrgeStep {
  /** About how many minutes it takes, at one's own pace. */
  readonly minutes: number
  /** Read one after the other. */
  readonly lines: readonly string[]
  /** What is put in from the journal: the plan's first lines, a page that is not sent, somebody to call. */
  readonly brings?: 'plan' | 'message' | 'person'
}

/** Ten minutes together, in steps. Nothing counts down, and any of them can be left. */
export const urgeSteps: readonly UrgeStep[] = [
  {
    minutes: 2,
    lines: [
      'Put both feet on the floor, and press down a little.',
      'Name three things that you can see from here.',
    ],
  },
  {
    minutes: 2,
    lines: ['A wave like this rises, and then it falls, whatever you do. You only have to float.'],
    brings: 'plan',
  },
  {
    minutes: 2,
    lines: ['Move your body to another place: the window, the door, the tap.'],
    brings: 'message',
  },
  {
    minutes: 2,
    lines: ['Drink some water, or hold something cold or warm.'],
    brings: 'person',
  },
  {
    minutes: 2,
    lines: ['Look round once more. What is a little different from when you began?'],
  },
]
