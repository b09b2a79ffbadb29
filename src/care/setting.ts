import { byTrade, classes, inCharge, playful, small, things } from './lexicon.ts'
import type { Sentence, Word } from './words.ts'

/** Who does what a sentence says. `nobody`: a thing, a feeling, an animal, the weather. */
export type Doer = { readonly who: 'me' | 'person' | 'nobody' | 'unsaid'; readonly word: string }

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))
const kin = new Set(classes.KIN)

/** Words between who does it and what is done. */
const helpers = set(`
  not no never do does did am is are was were be been being have has had having will would can could
  should might may must going want wants wanted wish wishes keep keeps kept keeping start starts started
  try tries tried trying used get gets got gotten if when just hope hopes need about of think thinks thought
  thinking feel feels felt rather like again all once twice both each now today tonight yesterday nearly
  almost that who which wishing hoping wanting planning plan decided urge desire promised threatened for apologised apologises apologized sorry stopped stop
  began begins hates likes enjoys loves up out down back here there home alone upstairs downstairs sad very too much
`)
/** The writer, and what of a person wants and says something: "my heart wants to stop". */
const ofMine = set('i we me heart head body mind brain soul')
const subjects = set('i we he she they who somebody someone everybody everyone nobody you')
const linking = set('from of at in with on near behind next')
const joints = set('and but or then because when while as until till so if before after')

/** Looks back from a word for who does it; through "and" and commas to the one who began. */
export function doerOf(words: readonly Word[], at: number): Doer {
  let joint = false
  for (let back = at - 1; back >= 0 && back >= at - 40; back--) {
    const word = words[back]
    if (!word) break
    if (word.text === ',' || joints.has(word.text)) {
      joint = true
      continue
    }
    const doer = asDoer(word, words[back - 1], back)
    if (!joint) {
      // "Joe from work hit me": what stands behind "from" is not who does it.
      if (
        linking.has(words[back - 1]?.text ?? '') &&
        !subjects.has(word.text) &&
        !ofMine.has(word.text)
      ) {
        back--
        continue
      }
      if (helpers.has(word.text)) continue
      // "He brutally hit me": an unknown word between somebody and what they do.
      const before = words[back - 1]
      const isBetween = !word.pointed && !word.named && before && !isThing(word.text)
      if (isBetween && (subjects.has(before.text) || kin.has(before.text)) && !kin.has(word.text)) {
        continue
      }
      return doer
    }
    if (subjects.has(word.text)) return doer
    if (doer.who === 'nobody' && back === 0 && isThing(word.text)) return doer
    if (doer.who === 'person' && !isObject(words[back - 1])) return doer
  }
  return { who: 'unsaid', word: '' }
}

/** "I told my husband", "with my husband": not the one who acts. */
const isObject = (before: Word | undefined): boolean =>
  before !== undefined &&
  !joints.has(before.text) &&
  before.text !== ',' &&
  !classes.WHOSE?.includes(before.text)

function asDoer(word: Word, before: Word | undefined, at: number): Doer {
  const { text } = word
  if (ofMine.has(text)) return { who: 'me', word: text }
  if (subjects.has(text)) return { who: 'person', word: text }
  if (small.has(text)) return { who: 'nobody', word: text }
  if (byTrade.has(text)) return { who: 'nobody', word: text }
  if (kin.has(text)) return { who: 'person', word: text }
  if (isThing(text)) return { who: 'nobody', word: text }
  if (word.named) return { who: 'person', word: text }
  // "Dan grabbed me", "dan hit me": a bare word at the start that is no thing is somebody's name.
  const isBare =
    !word.pointed && (at === 0 || before?.text === ',' || joints.has(before?.text ?? ''))
  return { who: isBare ? 'person' : 'nobody', word: text }
}

const isThing = (text: string): boolean => things.has(text) || small.has(text) || isAbstract(text)

const isAbstract = (text: string): boolean =>
  text.length > 5 && /(?:ness|ing|tion|sion|ment|ity|ence|ance|ism|ache)$/.test(text)

/** Words of games and sports: there one hits, chokes, kills and dies, and goes for a beer. */
const play = set(`
  judo judoka jiu jitsu jiujitsu bjj mma towel sock popcorn confetti sparring sparred boxing boxed boxer karate taekwondo aikido kickboxing
  wrestling wrestled rugby hockey cricket fencing fenced tennis badminton squash volleyball basketball handball
  netball lacrosse paintball dodgeball serve hook tackled penalty goalkeeper keeper
  chess draughts checkers rummy poker scrabble monopoly werewolf minecraft kart mario zelda fortnite xbox playstation boss-fight
  level raid lego teddy sword swords plastic snowball snowballs balloon balloons cushion foam
  frisbee shuttlecock puck racket dice gaming quiz grading referee umpire
  pirate pirates nerf ref scrum goalie bout krav sumo capoeira derby mile miles race racing
  tournament marathon sprint laps darts bowling golf league finals playoffs dungeon
`)
/** Made up, sung, played or filmed. */
const story = set(`
  film films movie movies book books novel novels podcast podcasts documentary article articles lyrics song songs
  series episode episodes chapter poem poems play plays opera theatre theater musical hamlet macbeth juliet romeo
  character characters hero heroine plot thriller thrillers drama netflix actor actress
  dream dreamed dreamt nightmare comic manga anime audiobook biography memoir fiction
  sings sang choir crime villain villains painting exhibition chapters protagonist detective whodunnit vampire
  zombie zombies trailer cinema soap panto puppet screenplay script screenwriter fairy tale stage rehearsal rehearsed
`)
/** Learned, taught, treated or reported: a matter of work or of the world. */
const matter = set(`
  training course courses workshop workshops lecture lectures seminar essay thesis module webinar
  conference leaflet poster safeguarding statistics research hotline helpline shelter patient patients volunteering
  volunteered volunteer headline headlines newspaper radio politician politicians trial prevention awareness spot
  policy role clients ward hospice campaign defence defense nurses journalist celebrity singer durkheim
`)
type Surrounding = 'play' | 'matter' | 'story' | 'unreal'

const unreal = set('dreamed dreamt nightmare drill workshop defence defense rehearsal')
const asking = set('asked asks ask asking')

/** Words that are one of those only where something stands before them: "at football", "a talk", "the news". */
const after: Readonly<Record<string, readonly [ReadonlySet<string>, Surrounding]>> = {
  football: [set('at in playing played during after'), 'play'],
  game: [set('at in during board card video computer good great'), 'play'],
  match: [set('at in during'), 'play'],
  final: [set('in at during'), 'play'],
  ball: [set('with , $'), 'play'],
  show: [set('in watched'), 'story'],
  tv: [set('on'), 'story'],
  read: [set('i we just'), 'story'],
  dream: [set('in my'), 'unreal'],
  training: [set('in at during defence defense a the'), 'unreal'],
  class: [set('in at during boxing yoga law defence defense judo'), 'unreal'],
  crisis: [set('on at'), 'matter'],
  aid: [set('first'), 'matter'],
  news: [set('in on watched watching is'), 'matter'],
  court: [set('in at'), 'matter'],
}
/** With an article: "a talk" and not "they talk". */
const pointedMatter = set('talk talks law paper shift case crisis study session news')
const far = set('ago childhood teenager teen kid child student twenties teens')
const closing = set(`
  glad grateful safe peace healed recovered survived survivor better behind forgiven forgave free celebrate
  dance danced happy thankful proud today tonight now nowadays anymore white faded fine laughed grown ages gone well
`)
const open =
  set(`again still same lately flinch nightmares shake shaking scared afraid cry crying dark
  thoughts haunts haunted hurts worse flashback flashbacks returned returns awake`)
const closingPairs = set('got-help in-years another-life far-away not-since')

const has = (words: readonly Word[], any: ReadonlySet<string>): boolean =>
  words.some(word => any.has(word.text))

/** What surrounds a sentence: itself and the sentences beside it. */
export interface Setting {
  /** A game or a sport. */
  readonly isPlay: boolean
  /** Made up, sung, filmed or read. */
  readonly isStory: boolean
  /** A matter of work, of learning or of the world. */
  readonly isMatter: boolean
  /** Something that happens to oneself, and is not so: dreamt, or practised. */
  readonly isUnreal: boolean
  /** Somebody asked, and the next sentence says no. */
  readonly isDenied: boolean
  /** Said of the past. */
  readonly isPast: boolean
  /** Of a past far away, of which the page says that it is over. */
  readonly isOver: boolean
  readonly near: ReadonlySet<string>
}

export function settingOf(sentences: readonly Sentence[], at: number): Setting {
  const here = sentences[at]?.words ?? []
  const around = sentences.slice(Math.max(0, at - 1), at + 2).flatMap(({ words }) => words)
  const wide = sentences.slice(Math.max(0, at - 2), at + 3).flatMap(({ words }) => words)
  const isFar = isLongAgo(around) || (here.some(it => it.text === 'used') && hasYears(around))
  return {
    isPlay: has(around, play) || hasAfter(around, 'play'),
    isStory: has(around, story) || hasAfter(around, 'story'),
    isUnreal: has(around, unreal) || hasAfter(around, 'unreal'),
    isDenied: has(here, asking) && (saysNo(sentences[at + 1]?.words ?? []) || answersNo(here)),
    isMatter:
      has(around, matter) ||
      hasAfter(around, 'matter') ||
      around.some(word => word.pointed && pointedMatter.has(word.text)),
    isPast: isFar || isBefore(here),
    isOver: isFar && isClosed(wide) && !isOpen(wide),
    near: new Set(around.map(word => word.text)),
  }
}

const hasAfter = (words: readonly Word[], what: Surrounding): boolean =>
  words.some(({ text }, at) => {
    const rule = after[text]
    return rule !== undefined && rule[1] === what && rule[0].has(words[at - 1]?.text ?? '')
  })

const isClosed = (words: readonly Word[]): boolean =>
  has(words, closing) ||
  words.some(({ text }, at) => closingPairs.has(`${text}-${words[at + 1]?.text ?? ''}`))

/** "She asked whether I …, and I said no." */
const answersNo = (words: readonly Word[]): boolean =>
  words.some(
    ({ text }, at) =>
      text === 'said' && words[at - 1]?.text === 'i' && words[at + 1]?.text === 'no',
  )

/** "I do not." "No." "Never." */
const saysNo = ([first, second, third]: readonly Word[]): boolean =>
  [first, second, third].some(word => word !== undefined && negations.has(word.text))

/** "Again", "still"; "the thoughts are back", but not "back at school". */
const isOpen = (words: readonly Word[]): boolean =>
  has(words, open) ||
  words.some(
    ({ text }, at) =>
      text === 'back' &&
      words[at - 1]?.text !== 'years' &&
      !['at', 'then', 'in', 'when', 'home'].includes(words[at + 1]?.text ?? ''),
  )

const numbers =
  set(`two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
  seventeen eighteen nineteen twenty thirty forty fifty many`)

/** "For twenty years", "many years". */
const hasYears = (words: readonly Word[]): boolean =>
  words.some(({ text }, at) => text === 'years' && numbers.has(words[at - 1]?.text ?? ''))

/** Years ago, at school, when I was small, in 2004. What was in the twenties may be this year. */
function isLongAgo(words: readonly Word[]): boolean {
  return words.some(({ text }, at) => {
    const [next = '', after = '', third = ''] = words.slice(at + 1, at + 4).map(it => it.text)
    if (text === 'years' || text === 'decades') {
      return next === 'ago' || next === 'since' || next === 'back' || next === 'behind'
    }
    if (text === 'long') return next === 'ago'
    if (text === 'in')
      return /^(?:19\d\d|20[01]\d)$/.test(next) || (next === 'my' && far.has(after))
    if (
      text === 'when' &&
      (next === 'i' || next === 'we') &&
      (after === 'was' || after === 'were')
    ) {
      return (
        numbers.has(third) ||
        /^\d+$/.test(third) ||
        /^(?:small|young|little|at|in|child|kid|teen|teenager|girl|boy|student|married)$/.test(
          third,
        )
      )
    }
    if (text === 'as') return /^(?:child|kid|teen|teenager|girl|boy|student)$/.test(next)
    if (text === 'at') return next === 'school' || next === 'nineteen' || next === 'college'
    if (text === 'from') return next === 'college' || next === 'school'
    if (text === 'growing') return next === 'up'
    if (text === 'first') return next === 'husband' || next === 'wife' || next === 'marriage'
    return false
  })
}

function isBefore(words: readonly Word[]): boolean {
  return words.some(({ text }, at) => {
    const next = words[at + 1]?.text ?? ''
    if (text === 'used') return !['it', 'my', 'blade', 'razor', 'blades'].includes(next)
    if (text === 'months' || text === 'years' || text === 'weeks') return next === 'ago'
    if (text === 'last')
      return ['year', 'summer', 'spring', 'winter', 'autumn', 'month'].includes(next)
    if (text === 'in') return monthNames.has(next)
    return text === 'once' && at === words.length - 1
  })
}

const monthNames = set(
  'january february march april may june july august september october november december spring summer autumn winter',
)

const negations = set('not never no no-longer nobody without neither nor none hardly')
/** What may stand between a "not" and what it denies: "I am not going to …", "I have no thoughts of …". */
const carried =
  set(`day hour night want wants wanted going go plan plans planning think thinks thinking thought thoughts of about
  feel feeling feels have has had having any wish wishes intend intention intent desire urge urges need ready be been
  being is am are was were would will do does did anymore like for from that ever again once me him her us i he she we
  they it raise raised lay laid`)

/** Whether a "not" in front makes the opposite of what was found. */
export function isNegated(words: readonly Word[], from: number, after: number): boolean {
  let negated = false
  let denials = 0
  for (let back = from - 1; back >= 0 && back >= from - 7; back--) {
    const text = words[back]?.text ?? ''
    if (negations.has(text)) {
      negated = true
      denials++
    }
    if (!negations.has(text) && !carried.has(text)) break
    // "He says he never hit me", "I promised not to": said, so it is in question.
    if (saidSo(words, back)) return false
  }
  // "There is not a day I do not think of it" says that there is one each day.
  if (!negated || denials > 1) return false
  // "He never hits me where people see it", "not since Easter", "never before last night".
  const next = words[after]?.text ?? ''
  return !['where', 'since', 'unless', 'except', 'until', 'but', 'when', 'before'].includes(next)
}

const sayings = set(
  'say says said claims swears swore promised promises promise lied sure know if whether',
)
const saidSo = (words: readonly Word[], at: number): boolean =>
  words.slice(Math.max(0, at - 4), at).some(word => sayings.has(word.text))

/** Doers whose "no", whose threats or whose touch mean no harm. */
export const forbidsByOffice = (doer: Doer, words: readonly string[]): boolean =>
  inCharge.has(doer.word) && !words.some(word => livelihood.has(word))
const livelihood = set('passport papers documents money wages wage salary card visa id')
export const threatensInFun = (doer: Doer): boolean => playful.has(doer.word)
