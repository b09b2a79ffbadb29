/**
 * The cheap look that every writing command takes first: whether a text has any word that a rule could
 * come of. Where it has none, the rules are not even loaded. A test holds that no rule is left out.
 */

/** How much of a word is looked at. What comes after forgives endings and most misspellings. */
const lookedAt = 5

/** Words, long ones by their beginning. Data: a test says which are missing when a rule is added. */
const beginnings = new Set(
  `
  abuse abusi accou afaid afrai after aggre airta alife aliv alive all allow alow alowe alve angry
  annoy anoth antif anymo anymr anywa app arm arms aroun arran aslee assau attac attem away b backh
  bag balco ban bang bange bangi bangs bank banne bans bash bashe bashi bath bathr batte be bear
  beat beate beati beats bed befor being bell belte bend bende bendi bends bent beter betr bette bit
  bite bited bites bitin black blade bleac bleed block born bothe bra break breas bridg broke brows
  bruis bulli bully burde burdo burie burn burne burni burns burnt bury buy bye c call calle calli
  calls calm camer candl cane caned canes canin car card cards care carry carve carvi cat cats chang
  check chk chks choak chock choke choki chose chuck cigar claw clawe clawi claws clean cliff climb
  clobb clout code coerc colla come comin conti contr corne court crash crazy cross cry cryin ctb
  custo cut cuts cutti dark darke dead death decid deck decke decki decks ded dei delet depor deser
  destr deth diaf diary dicta die diein dieng disap dissa disso diyin dnt do docum dog dogs dont
  door doorw dose doses drag dragg drags dress drive drivi drove drown drunk dv dye dyin dying earth
  easie eat edge egg eggsh elbow email end ended endin ends enoug erase escap everb every evry evryb
  evryo evryt ex excis exist explo exsis exsit eye face falli farew favor favou fear feare feari
  fears fell fight film filme films find findi finds finis fire flame fled flee fleei flees flinc
  fling flung follo fondl fone forba forbi force forci forea fores found free frigh funer furio
  futur gave get gets gimme give given gives givin glad go gone goodb googl gotta gps grab grabb
  grabs griev grope gropi gun h8 hack hacke hacks hafta hair hand hang hangi happy harm harmd harme
  harmi harms hate hatin hav have haven he headb hear heave held heliu her here herse hert hes hid
  hidde hide hides hidin him himse hirt his hit hits hitti hitz hold holdi holds hope hoped hopes
  hopin hosta how hti hubby hubs humil hunt hunte hunti hunts hurl hurle hurli hurls hurt hurti
  hurts hurtt husba hv i ibupr id idk if im immig insid insul intim invit iron ive jamme jealo jeans
  join journ judge jump jumpe jumpi jumps keep keepi keeps kept key keys kick kicke kicki kicks kil
  kill kille killl kills kms kmsel knee kneed knees knein knick knock know kys laid lapto lash lashe
  lashi last late laund lay lays leak leath leave leg legs lemme let letha lets lette letti lie lied
  life lip list liste lists liv live livin livng lob lobbe lobbi lobs locat lock locke locki locks
  longe look looki lorry lying mad made mail mails make makes makin mark marks marry me medic meds
  messa metho micro middl milea mills mind minde miss moles money motor mourn mself my mysef mysel
  mysle naked nearl neck necki neigh next no no1 nobdy nobod noise nomor none noone noose note notes
  nudes nuts od oddly oded oding ods off on once opene opens our ourse out over overd owe owes pain
  painl palm pants paper parac park parke parki parks partn passp passw past pay peace perma permi
  phone photo picke pictu pill pills pils pin pinch pinne pinni pins pisto plan platf point poiso
  polic post posti pray press prete preve priso probl prove publi pull pulle pulli pulls pumme punch
  punis push pushe pushi put puts putti pyjam rabbi rage raili rails raise ran rape raped rapes
  rapin razor reach ready reaso recei recor refug relie remov rest ribs rid rip rippe road roads rob
  robbe robbi robs roof room rope round ruin run runni runs sad safe safel salar sat scab scabs
  scair scald scard scare scars sciss scrat searc see seize seizi self send sends sense set sewer
  sex sexua sh shake shaki share she sheet shelt shes shirt shook shoot shot shove shovi show showe
  showi shown shows shred shut side sink sinki sit sits sitti skare skin skirt slam slamm slams slap
  slapp slaps slapt slash slave sleep sleev slep slept slice slici slide slidi sliep slip slipp
  slips slit smack smash smile smoth snaps sold soon sorry spank spat spend spit spits spywa squee
  stab stabb stabs stalk stamp stand stare stars starv stay stayi steer step stepp steps stomp stone
  stood stop stopp stops stran strip stron struc sucid sudok suffo sui suici suisi survi swall swerv
  table take taken takes takin talk talke talki talks tear tears tell telli tells tempt terri terro
  text texts their them thems thigh this thras threa threw throa throt throw thump tie tied time
  times toast told took top tore touch track train trap trapp traps trash treat trip tripp trips
  troub trous truck turn turne turni turns twist tylen unali under undre unfri unsaf uploa upset
  upsta ur us vanis video viole visa visit w waant wage wages wait waite waiti waits wake wakei
  wakes wakin walk walke walki walks wall wallo wan wana wanna want wants waste watch watn way weigh
  welco wen whack whant whate when where whip whipp whips whisp who why wife windo wish wishe with
  witho wnat wnna wnt wo woke woken woman women world worth wound wrist write wrld y yank yanke
  yanki yanks your yours
`
    .trim()
    .split(/\s+/),
)

/** Beginnings of misspelt words: "sucidal", "contorls". */
const misspelt = new Set(
  `
  afari affra afraa afrad afria afrid afrra alllo alloe alloo allwe allwo alolw anmor anmyo annym
  anymm anyom anyor anyym araid arfai aymor aynmo brden brude buden budre burdd burdn bured buren
  burrd buurd chhok chked chkin chkoe chkoi choed choek choik choin chokd chokk chokn chook cnotr
  cntro cohke cohki coked cokin connt conro conrt conto contt coont cotnr cotro diapp diasp diisa
  disaa dispa dispp dsapp dsiap firgh frght frgih frigg frigt frihg friht friig frrig godby godob
  goobd gooby goodd goody goood hsban hsuba huban hubsa husab husan husbb husbn hussb huusb meess
  mesag mesas messg messs msesa mssag msyel myelf myesl mysee myslf mysse myyse oerdo oevrd ovedo
  ovedr oveer overo overr ovrdo ovred ovver paass paspo pasps passo passs peerm pemis pemri perim
  peris permm perms perrm pnche pnuch premi prmis psasp psspo puche pucnh puncc punce punhc punhe
  punnc puunc raape raed raepd rapd rapde rapee rappe rpaed rped sacre salke salki salpp sappe
  sared satlk scaar scaed scaer scarr sccar scrae scred sicid siuci slaap slape sllap slpap slppe
  srang srtan staal stake stakl stale stali stall stang starn stlak stlke stlki straa strag strna
  strng strra sttal sttra sucii suicc suicd suiic suiid suuic teerr terif terir terrf terrr theat
  thera thhre thrae thrat three thret thrre treri trhea trrif
`
    .trim()
    .split(/\s+/),
)

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
  if (beginnings.has(beginning) || misspelt.has(beginning)) return true
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
