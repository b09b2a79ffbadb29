/** One part of the plan for hard hours. */
export interface PlanPartText {
  /** What is typed, and never changed later. */
  readonly id: string
  /** Its heading, in the person's own mouth. */
  readonly name: string
  /** How it is asked for. */
  readonly ask: string
  /** What is offered from what the journal knows. */
  readonly offers?: 'tools' | 'people' | 'lines'
}

/** The parts, in the order they are read in a hard hour. One more is one more line here. */
export const planParts: readonly PlanPartText[] = [
  {
    id: 'signs',
    name: 'Early signs that are mine',
    ask: 'What do you notice first, when an hour is turning hard?',
  },
  {
    id: 'myself',
    name: 'What I can do by myself',
    ask: 'What has helped before that you can do alone?',
    offers: 'tools',
  },
  {
    id: 'places',
    name: 'People and places that take me out of it',
    ask: 'Which people and places take you out of it for a while?',
    offers: 'people',
  },
  {
    id: 'ask',
    name: 'Who I can ask for help',
    ask: 'Who could you tell that it is a hard hour? A number beside the name helps.',
    offers: 'people',
  },
  {
    id: 'lines',
    name: 'Professionals and lines',
    ask: 'Which doctor, service or line would you call?',
    offers: 'lines',
  },
  {
    id: 'safer',
    name: 'Making the place around me safer',
    ask: 'What would be good to have out of reach in such an hour? Somebody could keep it for you.',
  },
  {
    id: 'stay',
    name: 'What I stay for',
    ask: 'What do you stay for, large or small?',
  },
]
