/**
 * The cheap look that every writing command takes first: whether a text has any word that a rule could
 * come of. Where it has none, the rules are not even loaded. A test holds that no rule is left out.
 */

/** How much of a word is looked at. What comes after forgives endings and most misspellings. */
const lookedAt = 5

/** Words, long ones by their beginning. Data: a test says which are missing when a rule is added. */
const beginnings = `
  2nigh aband abuse abusi accou ache afaid afrai after aggre aimin airta alife aliv alive allow
  alow alowe alve angry anoth antif any1 anybo anyon app appea arm arms aroun arran ashes ask
  asked askin asks aslee assau attac attem backh bag ban bang bange bangi bangs bank banne bans
  barco bash bashe bashi bath bathr batte bc bear beat beate beati beats beaut becau becua bed
  been beeti beets befor beg begge beggi behin being bell belly belon belte bend bende bendi bends
  bent beter betr bette bit bite bited bites bitin bitte black blade bleac bled bleed block blood
  bolte bones boots born bottl boutt box break breat bridg broke broom bruis buckl bulli bully
  burde burdo burn burne burni burns burnt bury bust c call calle calli calls calm camer cane
  caned canes canin canno car card cards care caref carer carri carry carve carvi case cba chair
  chang check chk chks choak chock chokd choke choki choos chose chuck cigar claw clawe clawi
  claws clean cliff climb clobb close closi clout code coerc coffi coins colla come comfo commi
  confi conti contr corne cos could court coz cry ctb cud cupbo custo cut cuts cutte cutti cuz
  dare daren daydr dead deadl death decid deck decke decki decks ded dei deid delet depar deser
  destr deth diaf dicta did didnt die diein dieng disap dissa disso diyin dnt do docum dont dose
  drag dragg drags dream dress drew drive drivi drove drown drug drugg drugs drunk dumpe dv dye
  dyin dying earli easie easy egg eggsh elbow email empti empty end ended endin ends enoug entry
  envie envy erase escap ex excis exist expec explo exsis exsit eye face falli fanta farew favor
  favou fear feare feari fears feels fell ffs fight filme final find findi finds finge finis finna
  fist fists fled flee fleei flees flew flick flies flinc fling flung follo fondl fone forba forbi
  forcd force forci forea forgi found free freez frigh froze funer furio futur game garag gave
  gaze get gets getti gimme give given gives givin gna go goes going gona gone gonna goodb googl
  got gps grab grabb grabs grave griev grope gropi groun gtg gun gunna gutte hack hacke hacks hair
  hand handp hands hang happi harm harmd harme harmi harms headb hear heard heari hears held heliu
  hell here herse hert hid hidde hide hides hidin himse hips hirt hit hitin hits hitte hitti hitz
  hold holdi holds hope hoped hopes hopin hose hosep hosta hti humil hunt hunte hunti hunts hurl
  hurle hurli hurls hurt hurti hurts hurtt ibupr id idea ideas ideat idk if ima imagi imma injur
  insid insul inten intim invit itll jamme jaw jealo join jump jumpe jumpi jumps keep keepi keeps
  kept kermi key keys kick kicke kicki kicks kil kill kille killl kills kms kmsel knee kneed knees
  knein knife knock knot know kys lapto lash lashe lashi last leak lean leane leath leave leavi
  ledge left leg legs lemme let letha lets lette letti lie lied life like lip lips lipst list
  liste lists liv live lives livin livng lob lobbe lobbi lobs locat lock locke locki locks log
  logge loggi long longe longi look looke looki looks loss lot lunge lying mad made make makes
  makin mama mark marks marri marry measu medic meds messa micro might mills mind minde minut
  moles money monit mourn mself mutil mysef mysel mysle nae naked near neck necki need neede needi
  needs next nicer ninet no1 nobdy nobod none noone noose note notes nothi nudes obitu od od'd
  oded oding ods once opene opens or order ourse outsi overd packe palm panic paper parac park
  parke parki parks passi passp passw past pay peace perma permi phone picke pill pills pils pimp
  pin pinch pinne pinni pins pishe pisto plan plann platf playi pleas point poiso pop pops post
  poste posti posts pour poure pouri pours pray praye prayi prays preac prefe press prete preve
  priso probl promi proof prove publi pull pulle pulli pulls pumme punch punis purpo push pushe
  pushi put puts putti quit rage rail railw raise ran rape raped rapes rapin rathe razor read
  readi reads ready rear reaso recei remov resea rest rib ribs rid rig rings rip rippe river rob
  robbe robbi robs roof room rope ruin ruine run runni runs sad sadne safe safel said salar sat
  save say sayin says scab scabs scair scald scar scard scare scars scrat screa searc sed see
  seems seize seizi sells send sendi sends sense sent set settl sewer sex sexua sh shake shaki
  shan shan' share shave shoes shook shoot shopp shot shoud shoul shove shovi show showe showi
  shown shows shred shud shut side sit sits sitti skare skelp skin slam slamm slams slap slape
  slapp slaps slapt slash slave sleep slep slice slici sliep slip slipp slips slit smack smash
  smoth snaps soon sooth sore sorry sorte sound spank spat spike spit spits splas spywa squee stab
  stabb stabs stalk stamp stand stare stari stars starv stay steal step stepp steps stoma stomp
  stone stood stop stopp stops strai stran strip stron struc stub stubb sucid sueic suffo sui
  suici suidi suisi surpr survi swall swing switc swung table tabs take takes talk talke talki
  talks tap tappi tear tears teeth tell telli tells tempt terri terro texts thems theyd thigh
  think thort thots thoug thras threa threw throa throt throw thump tiard ticke tie tied tierd
  tipto tired told took tooth top tore touch track trap trapp traps trash treat tremb trip tripp
  trips troub trust tuk turn turne turni turns twatt twist tylen u unali uncle undre unfri unmak
  unsaf until uploa upset urge urges urn use using vanis veins verge video viole visa visas w
  waant wage wages wait waite waiti waits wake wakei wakes wakin walk walke walki walks wall wallo
  wan wana wanna want wante wanti wants waste watch watn wax way ways weari weigh weir welco welts
  wen went whack whant whate wheel when where wheth which whip whipp whips whish whisp whist who
  why will windo wish wishe wishi with witho wnat wnna wnt wo woke woken won won't wonde wont
  wont' world worth would wound wrist write writt wrld wsh wud y yank yanke yanki yanks you youre
  yours
`

/** Beginnings of misspelt words: "sucidal", "contorls". */
const misspelt = `
  afari affra afraa afrad afria afrid afrra alllo alloe alloo allwe allwo alolw araid arfai brden
  brude buden budre burdd burdn bured buren burrd buurd chhok chked chkin chkoe chkoi choed choek
  choik choin chokk chokn chook cnotr cntro cohke cohki coked cokin connt conro conrt conto contt
  coont cotnr cotro diapp diasp diisa disaa dispa dispp dsapp dsiap firgh frght frgih frigg frigt
  frihg friht friig frrig godby godob goobd gooby goodd goody goood meess mesag mesas messg messs
  msesa mssag msyel myelf myesl mysee myslf mysse myyse oerdo oevrd ovedo ovedr oveer overo overr
  ovrdo ovred ovver paass paspo pasps passo passs peerm pemis pemri perim peris permm perms perrm
  pnche pnuch premi prmis psasp psspo puche pucnh puncc punce punhc punhe punnc puunc raape raed
  raepd rapd rapde rapee rappe rpaed rped sacre salke salki salpp sappe sared satlk scaar scaed
  scaer scarr sccar scrae scred sicid siuci slaap sllap slpap slppe srang srtan staal stake stakl
  stale stali stall stang starn stlak stlke stlki straa strag strna strng strra sttal sttra sucii
  suicc suicd suiic suiid suuic teerr terif terir terrf terrr theat thera thhre thrae thrat three
  thret thrre treri trhea trrif
`

/** One text, a space around each: to make a set of them takes longer than to look through them for a few words. */
let all: string | undefined
/** For more than that: from about this many words on it is quicker. */
let each: ReadonlySet<string> | undefined
let asked = 0
const many = 30

function isBeginning(letters: string): boolean {
  all ??= `${beginnings}${misspelt}`.replace(/\s+/g, ' ')
  if (++asked < many) return all.includes(` ${letters} `)
  each ??= new Set(all.split(' '))
  return each.has(letters)
}

/** Whether a text may call for people to call. One pass. It says yes often, and no only where it is sure. */
export function mayCall(text: string): boolean {
  const lower = text.toLowerCase()
  let start = 0
  for (let at = 0; at <= lower.length; at++) {
    if (isLetter(lower.charCodeAt(at))) continue
    if (at > start && isTrigger(lower, start, at)) return true
    start = at + 1
  }
  return false
}

function isTrigger(text: string, start: number, end: number): boolean {
  const beginning = text.slice(start, Math.min(end, start + lookedAt))
  if (isBeginning(beginning)) return true
  // A digit or sign among letters hides a word, and so do letters thrice: "su1cide", "dieee".
  for (let at = start + 1; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code < aSmall && text.charCodeAt(start) >= aSmall) return true
    if (code === text.charCodeAt(at - 1) && code === text.charCodeAt(at + 1)) return true
  }
  return false
}

const aSmall = 97
/** Letters, digits, "@" and "$" of a text in lower case; NaN, past its end, is none. */
const isLetter = (code: number): boolean =>
  (code >= aSmall && code <= 122) ||
  (code >= 48 && code <= 57) ||
  code === 64 ||
  code === 36 ||
  (code > 0xbf && !(code >= 0x2000 && code <= 0x206f))
