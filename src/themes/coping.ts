import { sources } from './sources.ts'

/** An ordinary, safe thing that some people find helpful on a hard day. */
export interface CopingTool {
  readonly id: string
  readonly name: string
  /** How to do it, in a line. */
  readonly how: string
  readonly restsOn: string
}

/** Where a toolkit may begin; what stays in it, its owner decides. */
export const copingTools: readonly CopingTool[] = [
  {
    id: 'walk',
    name: 'a walk outside',
    how: 'To the corner and back is a walk. Leave the phone, if that feels safe.',
    restsOn: sources.smallActivity,
  },
  {
    id: 'call',
    name: 'calling someone',
    how: 'Someone safe. "Do you have five minutes?" is all the opening it takes.',
    restsOn: sources.gladToHear,
  },
  {
    id: 'name-it',
    name: 'naming the feeling',
    how: 'Say the word, aloud or in writing, and do nothing about it for a minute.',
    restsOn: sources.naming,
  },
  {
    id: 'own-name',
    name: 'stepping back',
    how: 'Tell what is going on with your own name, as if about a friend.',
    restsOn: sources.selfTalk,
  },
  {
    id: 'friend-words',
    name: "a friend's words",
    how: 'Write what you would say to a friend in your place. Or just be fair.',
    restsOn: sources.kindWriting,
  },
  {
    id: 'five-senses',
    name: 'five senses',
    how: 'Five things to see, four to touch, three to hear, two to smell, one to taste.',
    restsOn: sources.grounding,
  },
  {
    id: 'warm',
    name: 'something warm',
    how: 'A cup, a shower, a blanket, a hot-water bottle. Stay with it till it cools.',
    restsOn: sources.grounding,
  },
  {
    id: 'slow-breath',
    name: 'a slower breath',
    how: 'Long out, easy in, a few times. Leave it if the breath is no friend today.',
    restsOn: sources.grounding,
  },
  {
    id: 'one-task',
    name: 'one small task',
    how: 'One cup washed, one letter opened. Stop there, or go on if it goes well.',
    restsOn: sources.smallActivity,
  },
  {
    id: 'music',
    name: 'music',
    how: 'One piece that fits the mood, then one that is a shade lighter.',
    restsOn: sources.savouring,
  },
  {
    id: 'ten-minutes',
    name: 'waiting ten minutes',
    how: 'When the pull comes, put ten minutes in between, in another room or place.',
    restsOn: sources.recoverySupport,
  },
  {
    id: 'group',
    name: 'a group or meeting',
    how: 'Any sort that suits you, in a room or online. Listening is taking part.',
    restsOn: sources.mutualHelp,
  },
  {
    id: 'page',
    name: 'writing it out',
    how: 'Ten minutes on a page that may be thrown away. Heavier for a while is common.',
    restsOn: sources.writing,
  },
  {
    id: 'good-minute',
    name: 'keeping a good minute',
    how: 'Go back over one good minute in detail: light, sounds, who was there.',
    restsOn: sources.savouring,
  },
  {
    id: 'if-then',
    name: 'an if-then line',
    how: 'Write one line for the next hard moment: "If that happens, I do this."',
    restsOn: sources.ifThen,
  },
]
