/** The words that the rules speak of, by kind. Data: a newcomer can read it aloud. */

const list = (words: string): readonly string[] => words.trim().split(/\s+/)

/** Words that change nothing: rules are matched as if nobody had written them. */
export const fillers = list(`
  just really even so actually honestly literally simply maybe probably perhaps fucking fuckin bloody
  damn only also still always often sometimes lately currently almost basically totally completely
  definitely truly please quite very such well already finally then kinda sorta
  seriously quietly suddenly constantly secretly own right ok okay lol tbh
`)

/** A verb with its forms: regular ones by rule, the others written out. */
const regular = (verbs: string): readonly string[] => list(verbs).flatMap(formsOf)

function formsOf(verb: string): string[] {
  const doubled = verb.endsWith('+') ? verb.slice(0, -1) + verb.at(-2) : verb
  const base = verb.replace('+', '')
  const stem = doubled.replace(/e$/, '')
  const third = /(?:s|sh|ch|x)$/.test(base)
    ? `${base}es`
    : `${base.replace(/([^aeiou])y$/, '$1ie')}s`
  const past = /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ied` : `${stem}ed`
  return [base, third, past, `${stem}ing`, `${stem}in`]
}

/** Relations: people one can be hurt by, or hurt with. */
const kin = list(`
  husband wife partner boyfriend girlfriend spouse fiance fiancé fiancée fiancee ex lover man hubby
  dad father mum mom mother mama papa daddy mummy stepdad stepfather stepmum stepmom stepmother uncle
  aunt brother sister stepbrother stepsister cousin grandad grandfather grandma grandmother in-law
  son daughter stepson family parents flatmate roommate housemate landlord boss manager colleague
  coworker coach teacher friend neighbour neighbor girl boy guy bloke date stalker pimp priest kid kids children
  child mate nephew niece someone somebody men women people
  brothers sisters uncles aunts cousins sons daughters in-laws grandparents mates friends neighbours neighbors
  flatmates roommates housemates exes lads lad fella bosses employer foreman carer nan gran granny grandpa
  pupil pupils student students classmate lodger missus bestie
`)

/** Small ones and animals: they hit, bite and follow, and nobody needs a number for it. */
export const small: ReadonlySet<string> = new Set(
  list(`
  toddler baby kitten cat dog puppy horse pony goose goat cow sheep cockerel hen rooster parrot rabbit
  hamster swan swans bird birds seagull bee bees wasp wasps bull ram sheepdog squirrel fox twins grandson granddaughter godson goddaughter grandchild
`),
)

export const classes: Readonly<Record<string, readonly string[]>> = {
  // Verbs with their forms: a rule that says SAY means each of them
  ASK: list('ask asks asked asking'),
  BANG: list('bang bangs banged banging'),
  BITE: list('bite bites bit bitten biting'),
  BLEED: list('bleed bleeds bled bleeding'),
  BLOCK: list('block blocks blocked blocking'),
  BREAK: list('break breaks broke broken breaking'),
  BUY: list('buy buys bought buying'),
  CALL: list('call calls called calling'),
  CHANGE: list('change changes changed changing'),
  CHOOSE: list('choose chooses chose chosen choosing'),
  CLIMB: list('climb climbs climbed climbing'),
  COME: list('come comes came coming'),
  CONTROL: list('control controls controlled controlling'),
  CORNER: list('corner corners cornered cornering'),
  COVER: list('cover covers covered covering'),
  CRASH: list('crash crashes crashed crashing'),
  CRY: list('cry cries cried crying'),
  DECIDE: list('decide decides decided deciding'),
  DEMAND: list('demand demands demanded demanding'),
  DRAG: list('drag drags dragged dragging'),
  DRIVE: list('drive drives drove driven driving'),
  FEEL: list('feel feels felt feeling'),
  FILM: list('film films filmed filming'),
  FIND: list('find finds found finding'),
  FLEE: list('flee flees fled fleeing'),
  FOLLOW: list('follow follows followed following'),
  GET: list('get gets got getting'),
  GIVE: list('give gives gave given giving'),
  GO: list('go goes went going gone'),
  HEAR: list('hear hears heard hearing'),
  SCREAM: list('scream screams screamed screaming'),
  HIDE: list('hide hides hid hidden hiding'),
  HOLD: list('hold holds held holding'),
  HOPE: list('hope hopes hoped hoping'),
  JUMP: list('jump jumps jumped jumping'),
  KEEP: list('keep keeps kept keeping'),
  KICK: list('kick kicks kicked kicking'),
  KNOW: list('know knows knew known knowing'),
  LEAVE: list('leave leaves left leaving'),
  LOCK: list('lock locks locked locking'),
  LOOK: list('look looks looked looking'),
  NOTICE: list('notice notices noticed noticing'),
  PARK: list('park parks parked parking'),
  PICK: list('pick picks picked picking'),
  POISON: list('poison poisons poisoned poisoning'),
  POST: list('post posts posted posting'),
  POUR: list('pour pours poured pouring'),
  PRESS: list('press presses pressed pressing'),
  PULL: list('pull pulls pulled pulling'),
  PUNCH: list('punch punches punched punching'),
  PUT: list('put puts putting'),
  READ: list('read reads reading'),
  RECORD: list('record records recorded recording'),
  RUN: list('run runs ran running'),
  SAY: list('say says said saying'),
  SCRATCH: list('scratch scratches scratched scratching'),
  SEARCH: list('search searches searched searching'),
  SEE: list('see sees saw seen seeing'),
  SEND: list('send sends sent sending'),
  SHAKE: list('shake shakes shook shaken shaking'),
  SHOUT: list('shout shouts shouted shouting'),
  SHOVE: list('shove shoves shoved shoving'),
  SHOW: list('show shows showed shown showing'),
  SIT: list('sit sits sat sitting'),
  SLAM: list('slam slams slammed slamming'),
  SLAP: list('slap slaps slapped slapping'),
  SLEEP: list('sleep sleeps slept sleeping'),
  SLIP: list('slip slips slipped slipping'),
  STALK: list('stalk stalks stalked stalking'),
  STARVE: list('starve starves starved starving'),
  STEP: list('step steps stepped stepping'),
  STOP: list('stop stops stopped stopping'),
  TALK: list('talk talks talked talking'),
  TELL: list('tell tells told telling'),
  THREATEN: list('threaten threatens threatened threatening'),
  TRY: list('try tries tried trying'),
  TURN: list('turn turns turned turning'),
  WAIT: list('wait waits waited waiting'),
  WAKE: list('wake wakes woke woken waking'),
  WALK: list('walk walks walked walking'),
  WATCH: list('watch watches watched watching'),
  WRITE: list('write writes wrote written writing'),

  // Who
  ME: list('me us'),
  VICTIM: list('me us him her them'),
  SELF: list('myself himself herself themselves themself yourself ourselves'),
  WHOSE: list('my his her their our your'),
  HIM: list('him her them'),
  HE: list('he she they'),
  PERSON: ['he', 'she', 'they', ...kin],
  KIN: kin,
  SMALL: [...small],
  EVERYONE: list(
    'everyone everybody them they family kids children parents people world husband wife mum dad mother others',
  ),
  NOBODY: list('nobody noone none who'),
  CHILD: list(
    'kids kid children child son daughter baby boys girls mum mom mother dad wife sister brother friend cat dog',
  ),

  // Not
  NOT: list('not no never no-longer without neither nor hardly nothing dont'),

  // Wishing, planning, thinking
  WANT: list(
    'want wants wanted wanting wish wishes wished wishing hope hopes hoped hoping prefer pray prays praying prayed rather ready longing long need deserve',
  ),
  PLAN: list(
    'going plan plans planning planned decided try tries tried trying attempt attempted attempting intend ready thinking about will want wants wanted',
  ),
  THINK: list(
    'think thinks thinking thought thoughts dream dreams dreaming daydream daydreams daydreaming fantasise fantasize fantasising fantasizing fantasies imagine imagining imagined ideas urge urges idea',
  ),

  ACCIDENT: list(
    'on shaving while chopping cooking running lifting climbing playing laughing opening peeling gardening skiing cleaning slicing',
  ),

  LONGING: list(
    'want wants wanted wish wishing hope hoping wait waiting ready rather easier better decided decide mind long longing deserve should allowed please plan planning calm relief kind kinder beautiful tempted tempting dream dreaming comfort sweet rest closer choose chose chosen forward think thinking thought thoughts imagine googled ways courage free free crave craving beg begging welcome invite friend answer solution option',
  ),
  // Death
  DIE: list('die died dies unalive dead'),
  DYING: list('dying dead death die suicide unalive'),
  KILL: list(
    'kill kills killed killing hang hanged hung hanging shoot shot shooting drown drowned drowning poison poisoned off offed offing unalive strangle strangled strangling suffocate suffocating suffocated gas gassed drink electrocute delete end ended ending top stab neck',
  ),
  END: list('end ends ended ending finish finished finishing stop stopped'),
  TAKE: list('take takes took taken taking swallow swallowed swallowing swallows'),
  LIVE: list('live living alive exist existing'),
  LIFE: list('live living life alive existing exist'),
  GONE: list('gone dead died die disappeared vanished out'),
  PILLS: list('pill pills tablet tablets meds medication medicine paracetamol tylenol'),
  TRAIN: list(
    'train trains tracks platform bridge roof balcony window truck lorry bus traffic cliff car cars building rails edge overpass river water sea',
  ),
  METHOD: list(
    'bridge rope noose pills tablets blade razor gun tracks cliff overdose hanging drowning jumping dying death',
  ),
  EDGE: list('bridge roof cliff platform balcony tracks edge rails'),
  STAND: list(
    'stood stand standing sat sit sitting drove drive driving walked walk walking go went been',
  ),
  HOARD: list(
    'save saved saving stockpile stockpiled stockpiling hoard hoarded hoarding collect collected collecting hide hid hiding hidden stash stashed stashing count counted counting lined line poured pour pouring star stare staring stared looking look',
  ),
  DAY: list(
    'monday tuesday wednesday thursday friday saturday sunday tonight tomorrow today weekend christmas birthday',
  ),

  // Hurting oneself
  HARM: [
    ...regular('hurt+ harm slap+ burn scratch starve punish bruise slash punch slice carve bite'),
    ...list('cut cuts cutting cuttin hurt hurts hurting bit biting hit hitting'),
  ],
  CUT: list(
    'cut cuts cutting cuttin slash slashed slashing slice sliced slicing carve carved carving burn burned burning burns scratch scratched scratching bit bite biting',
  ),
  LIMB: list('arm arms leg legs thigh thighs wrist wrists skin stomach belly veins forearm'),
  BLADE: list('blade blades razor razors razorblade scalpel scissors lighter knife'),

  GARDEN: list(
    'roses rose garden hedge brambles bramble thorns thorn bush bushes cat kitten hike hiking berries blackberries mosquito mosquitoes bites itch itchy eczema rash',
  ),

  // Violence
  HARMS: [
    ...regular('burn grope trip+ corner trap+ shake spank pinch hunt bully rob+'),
    ...list('bit bites biting shook shakes bullies bullied'),
  ],
  HIT: list('hit hits hitting hittin beat beats beaten beating clobbered thumped'),
  STRIKE: [
    ...regular(
      'slap+ punch kick choke strangle smack shove attack rape molest assault batter whip+ headbutt throttle abuse stab+ smother suffocate backhand pummel knee elbow stamp stomp wallop whack clout thrash lash bash claw spank cane scald deck leather',
    ),
    ...list('slapt struck belted'),
  ],
  HURT: list('hurt hurts hurting harm harms harmed harming'),
  PUSH: [
    ...regular('push drag+ shove slam+ knock pin+ hurl force'),
    ...list('throw throws threw throwing thrown hold holds held holding dragged pushed'),
  ],
  GRAB: [
    ...regular('grab+ seize twist squeeze yank pull bend drag+ burn scratch bite break smash'),
    ...list('bit bent broke broken held holds hold took takes hitting'),
  ],
  THROW: [...regular('hurl chuck lob+ fling'), ...list('throw throws threw throwing thrown flung')],
  SMASH: [
    ...regular('smash break punch kick destroy trash'),
    ...list('broke broken breaks hits hit'),
  ],
  BODY: list(
    'face head neck throat arm arms wrist wrists hair rib ribs stomach back mouth nose jaw leg legs finger fingers shoulder eye lip ear ass arse bum backside',
  ),
  DOWN: list('down against into over off out onto through across around about up downstairs up'),
  FURNITURE: list(
    'wall walls door doors mirror window plate plates glass glasses cup cups table chair chairs furniture tv things stuff hole holes dishes bottle phone',
  ),
  WEAPON: list('knife knives gun guns pistol belt bottle fist fists hammer axe'),
  FORCE: [...regular('force pressure coerce blackmail')],
  MAKE: list('make makes made making force forces forced forcing'),
  PERMIT: list('let lets letting allow allows allowed allowing permit permits permitted'),
  GOING: list(
    'see leave go talk have use work call speak out meet drive sleep eat spend study visit help pass open wear answer sleep eat keep buy choose phone join drive learn shut lock see',
  ),
  CHECK: [
    ...regular('check track monitor search control confiscate steal'),
    ...list('read reads reading goes going went go look looks looking listens listen chose'),
  ],
  SEIZE: list(
    'take takes took taken taking hide hides hid hidden keep keeps kept hold holds control controls controlled controlling smash smashed smashes break broke breaks',
  ),
  MINE: list(
    'phone phones passport passports visas papers paper documents id keys key card cards money wages wage salary pay bank account passwords password visa laptop pills car messages texts emails',
  ),
  PRIVATE: list(
    'phone messages message texts text emails email mails mail location money spending bag diary journal passwords letters calls accounts account browser',
  ),
  HOUSE: list(
    'house home flat work job office gym door school apartment window building car street',
  ),
  AFRAID: list('afraid scared frightened terrified fear feared fearing fears scare scares'),
  SEX: list('sex'),
  RESCUE: list(
    'rescued saved fishbone choking heimlich stepped tripped stumbled slipped kerb curb physio massage',
  ),
  FOND: list('laughed laughing kissed hugged danced fun daughter son toddler swing pillow'),
  TOUCH: list('touch touches touched touching grope gropes groped fondled'),
}

/** Subjects that are nobody: what hits, chokes or follows is a feeling, a matter or the weather. */
export const things = new Set(
  list(`
  it this that which what news grief reality sadness loneliness fear anxiety panic depression life work
  winter summer heat cold music love guilt shame pain nothing everything something anything time traffic
  rain wind weather truth loss silence memory memories thought thoughts song songs smell words word job
  monday mondays christmas school hunger tiredness sleep coffee exam exams bill bills hangover flu covid
  chemo migraine headache missing longing homesickness envy anger rage joy hope homework today yesterday
  tomorrow tonight week month year day night morning evening there here reviews feedback
`),
)

/** Those who may hurt, forbid or handle by trade, and do no harm with it. */
export const byTrade = new Set(
  list(`doctor dentist nurse physio physiotherapist surgeon vet hairdresser masseur
  osteopath midwife optician consultant hospital clinic medic barber`),
)

/** Those whose "no" is part of growing up, or of a job. */
export const inCharge = new Set(
  list(
    'boss manager teacher parents doctor nurse school coach vet bank landlord physio work office',
  ),
)

/** Those who threaten in fun. */
export const playful = new Set(
  list(
    'boss manager mum mom mother sister friend teacher kids daughter editor coach colleague client',
  ),
)
