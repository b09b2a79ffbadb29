import type { Sentences } from '../prose.ts'

/** Steps to promise oneself, with the cue that may set them off. */
export const promises: readonly [PromiseWords, ...PromiseWords[]] = [
  { step: 'Text Ines before I open anything else', cue: 'If I wake before six' },
  { step: 'Walk to the canal and back', cue: 'If it is still light when I get home' },
  { step: 'Put the phone in the hall at ten', cue: 'If the late news comes on' },
  { step: 'Ring the housing office', cue: 'After the second coffee' },
  { step: 'Go to the group, sit near the door if need be', cue: 'If it is Thursday' },
  { step: 'One drawer, ten minutes', cue: 'After lunch on Saturday' },
  { step: 'Swim on Tuesday', cue: 'If the bag stands by the door' },
  { step: 'Answer Jonas with two lines', cue: 'When I sit down on the tram' },
  { step: 'Cook something with an onion in it', cue: 'If I am home before seven' },
  { step: 'Leave work at half past five, once this week', cue: 'When Dana leaves' },
  { step: 'Take the box of papers to the cellar', cue: 'If I pass it one more time' },
  { step: 'Ask Marek to come along to the bank', cue: 'When we speak on Sunday' },
  { step: 'Read ten pages in bed instead of scrolling', cue: 'If the lamp is on' },
  { step: 'Write down one thing for Vera', cue: 'After supper on Tuesday' },
  { step: 'Sign up for one trial evening of the choir', cue: 'If I pass the poster' },
  { step: 'Eat breakfast sitting down', cue: 'When the kettle boils' },
  { step: 'Bring Mr Okafor his umbrella back', cue: 'If I hear him on the stairs' },
  { step: 'Do not read old messages after ten', cue: 'If the pull comes' },
  { step: 'Open the letter from the bank', cue: 'With tea, before eight' },
  { step: 'Buy a lamp for the hall', cue: 'If I am near the market' },
]
interface PromiseWords {
  readonly step: string
  readonly cue: string
}

export const whatHelped: Sentences = [
  'someone knew',
  'it was small',
  'the bag stood by the door',
  'I did it first thing',
  'Ines asked',
  'a song and a timer',
  'I ate first',
]
export const whatGotInTheWay: Sentences = [
  'a cold',
  'too tired after work',
  'the phone',
  'rain',
  'I made it too big',
  'a bad night',
  'I forgot, honestly',
]

/** Lines worth keeping. */
export const insightLines: Sentences = [
  'I would never say to a friend what I said to myself on {Monday|Tuesday|Sunday}.',
  'It was not nothing, and it is over, and both are true.',
  '{Hungry, cold and online|Tired and alone} is not a mood, it is a {warning|state of supplies}.',
  'Asking is {five seconds of cold water|the short part}.',
  'What I miss is {being known|the small talk}, more than {Robin|the big things}.',
  'The urge to write lasts about {ten|twelve|fifteen} minutes.',
  'Half is a real number.',
  'I am less odd than I thought.',
  'Company works even without {words|a reason}.',
  'Mornings are {for doing, evenings for people|kinder than nights}.',
  'A {walk|swim} moves it by one notch, nearly every time.',
  'I go quiet right before I need {something|somebody}.',
  'Nothing is decided after ten at night.',
  'Grief knows the {timetable|calendar} better than I do.',
  'Rest before I am worn out.',
]

export const reachouts: Sentences = [
  'Rang [name] from the {stairs|tram stop|kitchen}. {Twelve|Twenty|Forty} minutes, mostly {soup and weather|laughing}, and at the end {the real thing|how I am}.',
  'Wrote to [name]: "{Thinking of you today.|Are you up for a walk?}" The answer came {in a minute|the next day|with a photo}.',
  'Met [name] at [place]. We {walked twice round|had tea from paper cups} and I said it, {nearly all of it|the short form}.',
  '[name] called {out of the blue|because of a recipe}. I {picked up|was glad that I picked up}.',
  'Asked [name] for {help with the shelf|a lift on Saturday|a second opinion}. {It was easier than I had thought|My heart was loud}.',
  'Sat with [name] for an hour. {Nothing was solved|We said little}, and I {went home warmer|slept better}.',
  'Brought [name] {oranges|a book back}. Stayed for {supper|one cup, then three}.',
]

/** When no answer came, or not yet. */
export const unanswered: Sentences = [
  'Wrote to [name]: "{No need to answer, only a hello|Are you free on Sunday?}" Nothing yet, and {that can mean anything|I can bear it so far}.',
  'Rang [name], it {rang out|went to the machine}. I said {my name and something about soup|"no hurry"}.',
  'Knocked at the door of [name] with {a jar of soup|a book}. Nobody in. I left it on the mat, and the walk did me good.',
]

/** A coping tool, and how it was to use it: those one reaches for again and again. */
export const usualCoping: readonly [CopingWords, ...CopingWords[]] = [
  {
    tool: 'a walk outside',
    words: [
      'Round [place], [weather]. {By the second bench|On the way back} it was {quieter|lower}.',
      'To the {bridge|canal} and back without the phone. {My head came along, and then it did not|It got smaller with every corner}.',
    ],
  },
  {
    tool: 'calling someone',
    words: [
      '[friend], {ten|fifteen} minutes. {No advice given, none needed|We mostly talked about curtains}.',
      'Rang [friend] {from the stairs|before I could think}. The voice was {warm|sleepy}, and that was enough.',
    ],
  },
  {
    tool: 'a slower breath',
    words: [
      '{On the back stairs at work|In the lift|In bed}. {Helped a bit|Not much today, and that is fine}.',
      'Counted to {four|six} on the way out, {in the dark|by the window}. {The knot let go a little|It took a while}.',
    ],
  },
]

/** And those one tries now and then. */
export const coping: readonly [CopingWords, ...CopingWords[]] = [
  {
    tool: 'something warm',
    words: [
      '{Hot bottle on the stomach|A bath with the light off|Ginger tea}, till it {cooled|was lukewarm}.',
    ],
  },
  {
    tool: 'five senses',
    words: [
      '{Lamp, kettle, wool, rain, toast|Blue door, cold rail, bells, coffee}. It {took the edge off|brought the room back}.',
    ],
  },
  {
    tool: 'waiting ten minutes',
    words: [
      'The pull to write to Robin. {Set the timer, cleaned the sink|Stood on the balcony}. It {went down|passed at minute eight}.',
    ],
  },
  {
    tool: 'music',
    words: ['One sad, one {less sad|with drums}. {Sang along|Cooked to it}.'],
  },
  {
    tool: 'one small task',
    words: [
      '{Three cups washed|One letter opened|The [chore], ten minutes}. {Stopped there|Went on a little}.',
    ],
  },
  {
    tool: 'writing it out',
    words: [
      'Four pages, torn up. {Heavier at first|My hand hurts}, then {flat and calm|I could eat}.',
    ],
  },
]
interface CopingWords {
  readonly tool: string
  readonly words: Sentences
}

export const meetings: Sentences = [
  'What stayed: the new man said he {sleeps with the radio on|still says "we"}. {Five|Six} people nodded.',
  'Talked about {evenings|anger|asking}. I said {one sentence|more than I had planned}, and it was {enough|heard}.',
  'Small round today, {five|four} chairs. {It was easier to speak|Long silences, the kind sort}.',
  'Lea had a hard week and {came anyway|cried, and then made the tea}. I walked with her to the tram.',
  'The topic was what we {kept|left behind}. I kept {the bread knife and the swearing|the map}.',
  'I did not want to go. {On the way home I was glad|It was all right, no more than that}.',
  'Somebody read {a poem about a coat|a letter never sent}. {I asked for a copy|The room was very still}.',
]

/** Letters to a later self, and one never to be sent. */
export const letters: Sentences = [
  'Dear later me. When you read this {the hall may be green|you will know how it went}. Tonight I do not. I hope you still {swim|have the good cup}. If it is a hard day again: you have {stood here before and soup helped|had harder, and someone came}. Be as gentle with me as I am trying to be with you.',
  'Hello from {a low week|the kitchen table}. I am keeping one thing for you: today [friend] laughed, and I {laughed too, and noticed|did not feel guilty about it}. Whatever happened since, that was real.',
]
export const unsentLetters: Sentences = [
  'Dear Robin. This will not be sent. I wanted to tell you that I {found the map|passed the lake}, and that I am not angry {tonight|today}. You knew the names of everybody in my day. I am learning to tell them to {others|Ines}. I keep the bread knife. I wish you well, from {here|this side of the street}.',
  'Dear Grandpa. I {planted your beans with Mr Okafor|fixed the chair the way you showed me}. You would have {laughed at the knots|said it will hold}. I could use your hand on my head tonight, the way you did with the dog.',
]
