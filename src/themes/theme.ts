/** The five themes, in the order a session walks them. Their ids are what flags and files use. */
export const themeIds = ['compassion', 'shared', 'support', 'accountability', 'growth'] as const

export type ThemeId = (typeof themeIds)[number]

export interface Theme {
  readonly id: ThemeId
  /** The full, fixed name. */
  readonly name: string
  /** One line shown before the prompt: why this theme is here. */
  readonly purpose: string
}

export const themes: readonly Theme[] = [
  {
    id: 'compassion',
    name: 'Compassionate Understanding',
    purpose: 'To say it without being judged, and hear it the way a friend would.',
  },
  {
    id: 'shared',
    name: 'Shared Experiences',
    purpose: 'Others have stood here too. Nobody mends alone.',
  },
  {
    id: 'support',
    name: 'Emotional Support',
    purpose: 'Who is there, what would help, and how to ask for it.',
  },
  {
    id: 'accountability',
    name: 'Accountability and Motivation',
    purpose: 'One small step, and somebody who knows about it.',
  },
  {
    id: 'growth',
    name: 'Learning and Growth',
    purpose: 'What you noticed, what helped, and what to try next.',
  },
]

/** The full names, by id. */
export const themeNames = Object.fromEntries(themes.map(({ id, name }) => [id, name])) as Readonly<
  Record<ThemeId, string>
>
