import type { ThemeId } from '../../themes/theme.ts'

/** The sessions of the course that were done, in the order they were, and what was written in them. */
export const courseDone: readonly {
  readonly session: string
  readonly answers: Readonly<Partial<Record<ThemeId, string>>>
}[] = [
  {
    session: 'what-it-does',
    answers: {
      compassion:
        'I wake at four. Bread tastes of cardboard, and soup goes down. My legs are heavy on the stairs.',
      shared:
        'Nobody told me about the keys. I still reach for the second hook, and every time it is empty.',
    },
  },
  {
    session: 'where-you-are',
    answers: {
      compassion: 'Low cloud, no wind. It is not raining in there, and you cannot see far.',
      support: 'Ines knows. Marek knows half, and I think he guesses the rest.',
    },
  },
  {
    session: 'what-comforts',
    answers: {
      growth: 'The radio play about the lighthouse. Ten minutes became forty.',
      support: 'Dana, at the swimming hall. We talk about lanes and nothing else.',
    },
  },
  {
    session: 'people-around-you',
    answers: {
      support: 'Vera, since she asks and then waits. Beginning by text would make it easier.',
      shared: 'Mr Okafor. He puts my post inside the door, and last week there were pears.',
    },
  },
  {
    session: 'hand-to-the-phone',
    answers: {
      growth: 'After ten, when the flat is quiet. Mostly I have just put the light out.',
      accountability:
        'If I reach for the phone, then first I put it in the hall and fill the kettle.',
    },
  },
  {
    session: 'looking-after-yourself',
    answers: {
      accountability: 'Supper. The smallest form is toast, sitting down, with the lamp on.',
      compassion: 'I would see that they slept. So tonight the blanket, and no film after ten.',
    },
  },
]

/** Moments of wanting, from the first weeks on. */
export const urges: readonly {
  readonly want: string
  readonly before: string
  readonly strength: number
  readonly later: number
  readonly minutes: number
  readonly eased?: string
}[] = [
  {
    want: 'to write to somebody',
    before: 'A song in the shop. I had the phone out before the till.',
    ...{ strength: 9, later: 6, minutes: 24, eased: 'waiting outside' },
  },
  {
    want: 'to look somebody up',
    before: 'Could not sleep, and the phone lay on the pillow.',
    ...{ strength: 7, later: 7, minutes: 12 },
  },
  {
    want: 'to write to somebody',
    before: 'The lamp we bought together fell over.',
    ...{ strength: 8, later: 4, minutes: 18, eased: 'the phone in the hall' },
  },
  {
    want: 'to look somebody up',
    before: 'Sunday, four in the afternoon, nobody about.',
    ...{ strength: 6, later: 3, minutes: 15, eased: 'a walk to the canal' },
  },
  {
    want: 'to write to somebody',
    before: 'Good news at work, and no one to tell.',
    ...{ strength: 7, later: 2, minutes: 11, eased: 'ringing my sister' },
  },
  {
    want: 'to look somebody up',
    before: 'Somebody at work said the name of their street.',
    ...{ strength: 5, later: 3, minutes: 10, eased: 'the phone in the hall' },
  },
  {
    want: 'to write to somebody',
    before: 'Rain on the skylight, as in that other flat.',
    ...{ strength: 6, later: 2, minutes: 9, eased: 'the phone in the hall' },
  },
]

/** The plan, as it was filled in three sittings. Two parts are open still. */
export const planSittings: readonly Readonly<Record<string, string>>[] = [
  {
    signs: 'I read old messages after ten.\nSupper is crisps, standing up.',
    myself: 'The phone in the hall\nA walk to the canal, with the green scarf\nThe lighthouse play',
  },
  {
    places: 'The swimming hall\nThe bench by the river, with Marek',
    ask: 'Ines, at any hour\nVera, on weekdays',
  },
  { stay: 'The beans on the balcony\nInes and her bad jokes\nThe sea in May' },
]

/** What days are counted from, and the words of the one time it was otherwise. */
export const lastMessage = {
  name: 'last message',
  slip: 'One in the morning, after the lamp. I wrote two lines. Nothing came back.',
}
