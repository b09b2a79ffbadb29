/** Everyday English words that say nothing about a period, contractions among them. */
const stopWords: ReadonlySet<string> = new Set(
  `a about above after again against ago all almost along already also although always am among an and
  another any anybody anyone anything anyway are aren't around as ask asked at away back be became because
  become been before began being below between both but by came can can't cannot come comes coming could
  couldn't day days did didn't do does doesn't doing don't done down during each either else enough even
  ever every everyone everything few first for from further gave get gets getting give given go goes going
  gone got had hadn't has hasn't have haven't having he he'd he'll he's her here here's hers herself him
  himself his how how's however i i'd i'll i'm i've if in instead into is isn't it it'd it'll it's its
  itself just keep kept knew know last least less let let's like little long look looked lot lots made make
  makes making many may maybe me might mine more most much must mustn't my myself need needed neither never
  next no nobody none nor not nothing now of off often oh ok okay on once one ones only onto or other others
  ought our ours ourselves out over own perhaps put quite rather really said same saw say says see seem
  seemed seems seen shall shan't she she'd she'll she's should shouldn't since so some somebody somehow
  someone something sometimes somewhere soon still such take taken tell than that that'd that'll that's the
  their theirs them themselves then there there's these they they'd they'll they're they've thing things
  think this those though thought through time times to today told tomorrow too took toward towards tried
  try trying two under until up upon us use used very want wanted was wasn't way we we'd we'll we're we've
  well went were weren't what what's when when's where where's whether which while who who's whom whose why
  why's will with within without won't would wouldn't yesterday yet you you'd you'll you're you've your
  yours yourself yourselves`.split(/\s+/),
)

/** @param word lower case, with a straight apostrophe */
export const isStopWord = (word: string): boolean => stopWords.has(word)
