// What can be chosen: the id that is kept, and the words it is read in, everywhere. The words fit a
// question as well as a review; "my" becomes "your" where the journal speaks to the person.

/** What kind of support it was. */
export const supportWords = {
  listened: 'listening',
  advice: 'advice',
  company: 'company',
  practical: 'a practical hand',
} as const

/** Which way support went, as the person would say it. */
export const directionWords = {
  asked: 'I asked',
  offered: 'it was offered to me',
  received: 'it just came',
  given: 'I gave it',
} as const

/** Where a shared moment or an insight came from. */
export const sourceWords = {
  person: 'a talk with someone',
  meeting: 'a meeting or group',
  reading: 'something read, heard or watched',
  online: 'someone online',
  group: 'a group',
  workshop: 'a workshop or course',
  book: 'a book, talk or article',
  own: 'my own thinking',
} as const

/** How a promise went. Every one of them is an answer. */
export const outcomeWords = {
  done: 'done',
  partly: 'partly',
  'not-yet': 'not yet',
  changed: 'changed',
  'let-go': 'let go',
} as const

/** When in a session a check-in was made. */
export const momentWords = { arrive: 'on arriving', leave: 'on leaving' } as const

/** The five connection items in a few words. */
export const connectionWords = {
  understood: 'being understood',
  known: 'others knowing what it is like',
  cared: 'being cared for',
  step: 'taking a step',
  learned: 'learning something',
} as const
