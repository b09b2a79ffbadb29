/**
 * How people write when they write fast, young, tired or in a second language. Data: what is written →
 * what is meant. One word may stand for several.
 */

/** Contractions with and without their apostrophe. Endings such as "n't" and "'m" are read by rule. */
const contractions = `
  cant → can not · cannot → can not · can't → can not · won't → will not · wont → will not
  dont → do not · doesnt → does not · didnt → did not · isnt → is not · arent → are not
  wasnt → was not · werent → were not · wouldnt → would not · couldnt → could not
  shouldnt → should not · hasnt → has not · havent → have not · hadnt → had not · aint → is not
  ain't → is not · dnt → do not · shan't → will not
  im → i am · ive → i have · hes → he is · shes → she is · theyre → they are · thats → that is
  whats → what is · youre → you are · itll → it will · theyd → they would · mums → mum is
  wanna → want to · wana → want to · wnna → want to · gonna → going to · gona → going to
  gna → going to · gunna → going to · ima → going to · imma → going to · finna → going to · boutta → going to
  2nite → tonight · 2night → tonight · 2day → today · 2moro → tomorrow · 2morrow → tomorrow · cba → tired of
  gotta → have to · lemme → let me · gimme → give me · hafta → have to
`

/** Short forms and slang. */
const slang = `
  u → you · ur → your · r → are · n → and · nd → and · c → see · y → why · 2 → to · 4 → for · b → be
  idk → i do not know · k → ok · abt → about · bout → about · bc → because · cuz → because · coz → because · cos → because · thru → through
  rn → now · tmrw → tomorrow · tmr → tomorrow · tonite → tonight · nite → night · evry → every
  evryone → everyone · evrything → everything · ppl → people · m8s → friends · m8 → friend · luv → love
  bf → boyfriend · gf → girlfriend · hubby → husband · hubs → husband · mil → mother-in-law
  bro → brother · sis → sister · fam → family · w → with · wo → without · smth → something
  kms → kill myself · kys → kill yourself · kmself → kill myself · ctb → suicide · sewerslide → suicide
  sewercide → suicide · unalived → unalive · unaliving → unalive · unaliveness → suicide
  sui → suicidal · sewerside → suicide · neckin → kill · necking → kill · offin → offing · sh → self harm · h8 → hate · dv → domestic violence
  diaf → die · od'd → overdosed · ods → overdoses · oded → overdosed · oding → overdosing
`

/** Misspellings that the rule for near spellings (see below) does not reach. */
const misspelt = `
  wnat → want · wnt → want · watn → want · wan → want · wont't → will not · hti → hit · hte → the
  teh → the · dye → die · dei → die · dissapear → disappear · disapear → disappear · dieing → dying · diying → dying · liv → live · hav → have
  hv → have · suicidle → suicidal · suisidal → suicidal · suiside → suicide · sucide → suicide
  kil → kill · killl → kill · kiling → killing · agian → again · agen → again · agn → again
  scard → scared · scaird → scared · skared → scared · afaid → afraid · fone → phone · chks → checks
  chk → check · alowed → allowed · alow → allow · mself → myself · myslef → myself · mysefl → myself
  beter → better · betr → better · nobdy → nobody · noone → nobody · every1 → everyone · any1 → anyone
  no1 → nobody · burdon → burden · chocked → choked · choaked → choked · strangeld → strangled
  anymor → anymore · anymre → anymore · nomore → no more · deth → death · ded → dead · thots → thoughts
  thoughs → thoughts · thorts → thoughts · hitz → hits · stalkin → stalking · hurtin → hurting · freinds → friends · pils → pills
  frends → friends · controles → controls · wrld → world
  whish → wish · wsh → wish · hiting → hitting · beeting → beating · chokeing → choking · whant → want · waant → want · exsist → exist · exsit → exist · excist → exist
  alve → alive · aliv → alive · alife → alive · tierd → tired · tiard → tired · dieng → dying · dyin → dying
  killin → killing · kilin → killing · chokd → choked · chokin → choking · slaped → slapped · punchd → punched
  sombody → somebody · everbody → everybody · evrybody → everybody · evrythin → everything · everythin → everything
  nothin → nothing · livin → living · wakin → waking · wakeing → waking · thinkin → thinking · thinkng → thinking
  killng → killing · livng → living · harmd → harmed · sliep → sleep · slep → sleep · hirt → hurt · hert → hurt
  tht → that · wen → when · wat → what · wot → what · becuase → because · belive → believe
  burnt → burned · slit → cut · wud → would · shud → should · cud → could · sed → said
`

/** Long words that are recognised with one letter missing, doubled, added or in the wrong place. */
export const oftenMisspelt = [
  ...'suicide suicidal overdose overdosed disappear myself anymore goodbye burden killing'.split(
    ' ',
  ),
  ...'strangled strangles strangling choked choking slapped punched raped threatened'.split(' '),
  ...'threatens controls controlling controlled stalking stalker afraid scared terrified'.split(
    ' ',
  ),
  ...'frightened boyfriend girlfriend husband passport messages permission allowed'.split(' '),
]

/** What is written → what is meant. */
export const spellings: ReadonlyMap<string, readonly string[]> = new Map(
  [contractions, slang, misspelt]
    .flatMap(list => list.split(/[·\n]/))
    .map(pair => pair.trim().split(' → '))
    .flatMap(([written = '', meant = '']) => (meant ? [[written, meant.split(' ')] as const] : [])),
)

/** What a word means, in plain words; undefined for a word that is as it should be, or unknown. */
const meantBy = (word: string): readonly string[] | undefined => spellings.get(word)

const afterPronoun = new Set('he she it that who what there here where how'.split(' '))

/** One written word as the words that are meant: contractions, slang, misspellings, letters for letters. */
export function plainWords(word: string): readonly string[] {
  const meant = meantBy(word)
  if (meant) return meant
  const mark = word.lastIndexOf("'")
  if (mark > 0) {
    const [stem, ending] = [word.slice(0, mark), word.slice(mark + 1)]
    if (ending === 't' && stem.endsWith('n')) return [stem.slice(0, -1), 'not']
    const rest = endings.get(ending)
    if (rest) return [...plainWords(stem), rest]
    if (ending === 's') return [...plainWords(stem), afterPronoun.has(stem) ? 'is' : "'s"]
  }
  const plain = shortened(unmasked(word))
  if (plain !== word) return plainWords(plain)
  return [word]
}

/** A map, as all that is asked with what a person wrote: an object would answer to "constructor". */
const endings: ReadonlyMap<string, string> = new Map([
  ['m', 'am'],
  ['re', 'are'],
  ['ve', 'have'],
  ['ll', 'will'],
  ['d', 'would'],
])

const masks: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
}

/** "su1cide" is "suicide"; "7pm" and "12" stay. */
function unmasked(word: string): string {
  let changed = ''
  let letters = 0
  for (const sign of word) {
    if (sign >= 'a' && sign <= 'z') letters++
    changed += masks[sign] ?? sign
  }
  const starts = word.charAt(0)
  return letters >= 2 && starts >= 'a' && starts <= 'z' ? changed : word
}

/** "dieee" is "die": three of a letter stand for one. Of a digit they do not: 1999 is a year. */
function shortened(word: string): string {
  let short = ''
  for (let at = 0; at < word.length; at++) {
    const letter = word.charAt(at)
    const isThree = letter === word.charAt(at + 1) && letter === word.charAt(at + 2)
    if (isThree && !(letter >= '0' && letter <= '9')) {
      while (word.charAt(at + 1) === letter) at++
    }
    short += letter
  }
  return short
}
