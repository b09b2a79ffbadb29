/**
 * What words are about, for the learned look: a word that no line had is still a tool, a relation, a room. A
 * line a topic: its name, then its words, with endings left off. A word may have several. Data.
 */
export const wordsByTopic = `
partner: husband hubby hubs boyfriend bf wife girlfriend gf partner fiance fiancé fiancée fiancee spouse ex exes
   missus lover fella bridegroom groom sweetheart stepdad stepfather stepmum stepmother stepmom
parent: mum mom mam mother ma mummy mama mommy dad father da daddy pa papa baba abba amma ammi parents parent folks
   stepparent foster guardian
child: son daughter kid child baby toddler newborn boy girl grandson granddaughter grandchild grandkid nephew niece
   teen teenager infant twin bairn youngest eldest little
sibling: brother sister bro sis cousin sibling
elder: gran granny nan nana nanna grandma grandmother grandad granddad grandpa grandfather pop nonna nani dada dadi
   oma opa auntie aunt uncle aunty tia tio khala
inlaw: in-law inlaw
chief: boss manager foreman supervisor coach teacher headmaster head landlord landlady sergeant corporal officer
   captain warden guard pimp trafficker employer madam dealer gang imam priest pastor elder bishop owner agent
   gangmaster
carer: carer nurse aide matron caregiver orderly helper
mate: friend mate bestie buddy pal colleague coworker workmate flatmate roommate housemate neighbour neighbor lodger
   cellmate padmate bunkmate classmate comrade
man: man men guy bloke lad chap fellow stranger somebody someone gentleman dude boys lads
woman: woman women lady lass
client: patient client pupil student resident customer passenger trainee apprentice scout tenant
trade: doctor gp dentist physio surgeon consultant optician vet midwife nurse barber hairdresser plumber electrician
   builder postman driver farmer baker butcher mechanic gardener chef waiter cashier librarian accountant lawyer
   solicitor carpenter referee umpire trainer instructor osteopath masseuse chiropractor anaesthetist paramedic
helper: counsellor therapist psychologist psychiatrist samaritans hotline helpline crisis support sponsor social
   worker police cop refuge shelter court judge injunction restraining
pet: dog cat puppy kitten hamster rabbit parrot budgie horse pony goldfish guinea tortoise hound terrier spaniel
   collie
animal: cow calf bull sheep lamb ewe ram goat hen cockerel chicken pig goose duck swan fox bird gull seagull pigeon
   crow robin sparrow wasp bee spider mouse rat snake fish deer hedgehog heron hive owl squirrel frog moth fly
death: die dies died dying death dead suicide suicidal perish unalive kill deceased corpse lethal fatal mortal
   terminal deceasing expire
grave: grave coffin funeral urn ashes cremate cremation crematorium headstone gravestone cemetery churchyard graveyard
   undertaker hearse eulogy obituary obit morgue mortuary bury buried burial tomb shroud casket soil plot mourner
   mourning wreath pallbearer
pill: pill tablet paracetamol tylenol ibuprofen codeine morphine insulin aspirin antidepressant sertraline diazepam
   valium xanax sleeper sleeping meds medication medicine capsule dose overdose od oded blister packet prescription
   pharmacy chemist oxy fentanyl heroin benzos zopiclone amitriptyline melatonin painkiller inhaler antibiotic sachet
   stash
rope: rope noose beam rafter hook knot ligature cord scarf banister hang hanging hung stool joist bannister twine
   cable lead
blade: razor blade knife scalpel scissors shard glass stanley craft lighter compass pin needle sharpener
gun: gun pistol rifle shotgun bullet cartridge trigger barrel revolver muzzle ammo shell weapon machete hammer axe bat
   crowbar
gas: helium exhaust hose charcoal bleach antifreeze petrol garage fumes poison acid pesticide gas oven weedkiller
height: bridge cliff roof rooftop ledge balcony railing parapet multistorey viaduct edge tower overpass storey floor
   window quarry
track: train track rail railway platform tube lorry truck bus motorway lane traffic crossing wall tree bend seatbelt
   helmet carriageway kerb oncoming
water: river canal sea lake reservoir tide current pier weir dam ocean drown sink swim swam harbour wave pond loch
   water bathtub bath quay
cuts: cut slit slice carve scratch burn scald brand scab nick gouge scratches stitches reopen bleed blood bled
skin: wrist thigh arm forearm vein skin scar ankle sleeve hip belly shoulder
body: face head eye nose mouth lip jaw tooth teeth ear cheek chin hair plait ponytail collarbone rib ribs back leg
   knee shin foot feet toe finger thumb hand fist knuckle elbow chest stomach spine skull forehead temple
throat: throat neck windpipe breath breathe air pillow collar gasp airway
injury: bruise bruised black swollen swelling limp fracture broke broken concussion concussed sprain graze split
   purple welts weal lump sore cracked dislocate wound stitched plaster cast sling
hidemark: concealer foundation makeup sunglasses sleeves polo turtleneck cover excuse
farewell: goodbye farewell letter note envelope adieu bye cheerio last final lastly finally
estate: will insurance policy beneficiary executor solicitor passwords affairs pension mortgage debts savings deeds
   inheritance paperwork
giveaway: give gave given rehome rehomed donate sell sold cancel cancelled clear cleared settle settled hand handed
   parcel parcelled
ending: end finish stop quit exit cease vanish disappear fade erase delete evaporate dissolve extinguish switch unplug
   log checkout bow shut rub undo unmake wipe remove subtract
exist: exist existence live living life alive being born birth unborn heartbeat earth world planet breathing here
burden: burden millstone drain waste nuisance parasite worthless useless failure liability leech deadweight expense
   cost drag weight shame disgrace spoil poison ruin rubbish trash garbage pathetic
better: better relief lighter easier freer happier improved kinder
join: join rejoin reunite reunited beside together follow heaven paradise god lord allah jesus angel angels saints
   mercy merciful afterlife
wish: want wish hope pray long crave beg yearn fancy prefer rather ache desire urge tempt tempted dream need would
plan: plan plot decide decided intend choose chosen chose date arrange book booked prepare prepared ready rehearse
   practise measure research researched google googled calculate count order ordered buy bought save saved saving
   hoard
hopeless: hopeless pointless point future reason purpose meaning tomorrow nothing empty hollow numb void despair worth
   meaningless dark darkness black abyss unbearable trapped stuck tunnel
tired: tired exhausted weary knackered shattered drained worn fed sick done zonked wiped
sleep: sleep asleep slept wake woke waking awake bed pillow night nap doze snooze rest bedtime
lonely: lonely alone nobody noone unloved unwanted forgotten invisible notice miss ghost
hurtself: myself sh harm hurt punish punishment deserve relapse relapsed clean urges
starve: starve purge binge vomit laxative fast fasting calories weigh scales puke skinny bones fat eat ate eaten
hospital: hospital ward er ambulance drip stomach pump icu casualty sectioned discharge discharged section
weekday: monday tuesday wednesday thursday friday saturday sunday weekend tonight tomorrow today
month: january february march april may june july august september october november december spring summer autumn
   winter
holiday: christmas easter eid diwali birthday anniversary wedding ramadan lent halloween passover hanukkah
hit: hit hitting punch slap smack whack thump wallop lamp clout belt batter beat beaten kick stamp headbutt elbow whip
   cane flog thrash pummel clobber deck bash swing swung crack leather lash strike struck cuff thwack bat slam knock
   smash smashed boot backhand wrap thumped lamped clip clipped walloped
choke: choke strangle throttle smother suffocate gag waterboard drown
grab: throw threw thrown push shove drag pull yank fling flung hurl pin grab twist bend bent squeeze pinch grip trip
   shake shook shaken pinned hold held restrain wrestle tear tore rip ripped bite bit bitten claw stab stabbed knifed
spit: spit spat pee piss cigarette fag ash iron kettle boiling hob stove
shout: shout scream yell roar bellow swear swore curse rage temper fury furious snap snapped explode storm row
insult: slut whore bitch stupid ugly fat idiot useless cow slag cunt names worthless humiliate mock laugh sneer
lock: lock bolt key latch chain padlock cupboard cellar shed wardrobe barricade wedge bathroom basement attic loft
   locked cage tied tie
sex: rape rapist sex sexual undress touch grope fondle naked knickers underwear bra trousers zip condom intimate nude
   consent molest force forced seduce kiss kissed bed marital
photo: photo picture video camera webcam film screenshot upload post posted leak
threat: threaten threat warn promise vow kill regret pay bury disfigure petrol acid consequences
stalk: follow stalk watch lurk outside wait loiter tail trail appear knock doorbell gate window street lamp parked
   bushes hedge corner prowl
tracker: tracker tracking gps airtag location app spyware password log history account number block blocked camera
   cameras recorder alexa doorbell
phone: phone mobile text message call rang ring email messages sim whatsapp snapchat facebook insta instagram
   voicemail dm
control: allow permit permission let forbid forbidden ban rule obey control controlling check inspect approve demand
   insist decide supervise timer curfew account ask
money: money wage salary card bank cash account allowance receipt pocket penny purse wallet pension benefits pay paid
   loan debt rent pin fiver tenner pound dollar euro
papers: passport visa papers documents id certificate permit licence asylum deport deportation immigration status
   residence
isolate: friends family visit visitors leave out see speak talk contact
fear: afraid scared scare terrified frightened fear dread petrified panic tremble flinch freeze froze nervous jumpy
   anxious terror wary
footstep: footsteps footstep stairs tiptoe eggshells creak tread key hallway listen listening hear quiet silent
   silence mood moods breathe
escape: escape flee fled run ran leave left hide hid hidden bag packed exit police spare refuge safe
excuse: fell fall walked door cupboard clumsy stairs accident own fault provoke provoked deserved asked
apology: sorry apologise apologize flowers roses promise promised never again cried kneel knees love loves
drink: drunk drink drinks pissed beer whisky vodka wine pub bottle booze gin pint cider lager rum
sport: football rugby hockey cricket tennis badminton squash netball basketball volleyball goal goalie keeper referee
   match league cup final team coach training gym spar sparring boxing boxer judo karate taekwondo mma bjj wrestling
   tackle scrum penalty striker pitch stadium fans marathon parkrun race racing lap sprint medal trophy champion
   championship tournament squad dojo belt mat mats opponent round bout bell gloves kickboxing fencing hurling camogie
   yoga pilates spin swim cycling bike climb climbing golf bowling darts snooker skate ski skiing surf rowing kayak
   athletics
games: game chess monopoly scrabble cards poker xbox playstation nintendo minecraft fortnite zelda mario dungeon
   dragon boss level raid respawn lobby controller console gamer quiz bingo dominoes uno rummy jenga cluedo dice lego
   larp sims zombie zombies paintball laser tag
story: film movie book novel play theatre opera musical series episode season chapter character hero heroine villain
   plot thriller drama netflix cinema documentary podcast author poem poetry lyrics song album band gig concert choir
   orchestra shakespeare hamlet macbeth juliet romeo murder mystery detective crime soap eastenders audiobook comic
   manga anime script rehearsal stage audience actor actress director scene panto trailer library review
music: guitar piano violin cello drum drums trumpet flute choir sing sang song hymn organ band practice chord tune
   radio playlist
food: soup bread cake tea coffee biscuit curry rice pasta pizza chips sandwich cheese egg eggs bacon porridge toast
   butter milk sugar salt onion garlic potato tomato carrot apple banana lemon orange pie pastry pudding chocolate
   sweets crisps salad stew roast gravy sauce jam marmalade honey dumplings noodles dal chapati biryani casserole
   sausage burger kebab pancake scone lasagne breakfast lunch dinner supper chilli spice mango pepper cabbage beans
   peas
cook: cook bake boil fry roast chop peel grate stir whisk knead simmer recipe oven kitchen pan pot grill serve
garden: garden allotment seed seeds plant planted weed weeds rose roses tulip tulips daffodil bulb compost lawn mow
   hedge prune greenhouse spade rake dig digging marrow courgette tomatoes bloom blossom slug slugs bulbs geranium
   dahlias orchard
weather: rain rained raining snow sun sunny sunshine wind windy storm frost fog cloud cold hot heat heatwave thunder
   hail mild drizzle autumn warm
travel: train bus flight plane airport station ticket holiday trip hotel suitcase luggage ferry beach coach delayed
   passport queue customs journey hostel camping tent
work: work office meeting shift boss job deadline invoice email client project report manager presentation spreadsheet
   printer desk rota overtime payroll promotion interview cv contract hr audit colleague factory warehouse shop till
school: school class lesson exam homework essay maths teacher uni university lecture seminar tutor degree dissertation
   module revision college nursery term mark marks
course: course training trained workshop certificate safeguarding awareness volunteer volunteering research study
   statistics policy poster leaflet conference talk webinar module drill
medical: scan xray mri blood results dentist filling appointment surgery operation injection vaccine jab physio knee
   migraine flu cough fever cold antibiotics diabetes asthma pressure cholesterol diagnosis tumour cancer chemo
   dialysis biopsy colonoscopy hearing glasses optician ultrasound epidural plaster
craft: knit knitting sew sewing crochet quilt wool yarn stitch needle paint painting pottery clay glue saw drill sand
   varnish carve weave embroidery pattern thread
house: washing dishes laundry hoover vacuum ironing fridge boiler tap sink sofa carpet curtain shelf lamp kettle tidy
   clean cleaned mop bin bins plumber leak paint wallpaper diy flatpack ikea
car: car mot clutch brake brakes garage tyre engine petrol parking driving van satnav bonnet dashboard
news: news election minister parliament war politician government headline vote protest radio bbc border strike paper
history: history roman medieval battle king queen museum castle war empire soldier viking tudor archaeology century
   exhibition
faith: church mosque temple pray prayer mass sermon hymn bible quran rosary confession sabbath synagogue baptism vicar
   choir candle gurdwara
laugh: laugh laughed laughing giggle joke funny hilarious silly grin smile haha lol lmao tickle ridiculous
joy: happy joy lovely nice good glad grateful proud pleased delighted beautiful gorgeous wonderful great brilliant
   love loved enjoyed fun cosy peaceful content gentle kind kindly sweet
sad: sad low blue down cry cried crying tears weep wept miserable grey heavy gloomy rough hard upset homesick
grief: grief grieve mourn miss missing widow widower anniversary passed funeral memory memories condolence
recovery: sober sobriety recovery recovering meeting aa na clean therapy therapist healing healed survivor survived
   group years milestone chip
past: ago years decades childhood used once then former previously back long
nowover: now today anymore since over behind past finished free peace forgive forgave
dream: dream dreamt dreamed nightmare
quarrel: argue argued argument row quarrel fight fought bicker disagree sulk sulked huff grumpy cross apologised
breakup: breakup divorce divorced split separated separation dumped single ex lawyer moved custody
crush: date dating tinder crush flirt snog proposal engaged wedding honeymoon
official: school airport bank library museum hospital court customs council hmrc gym pool
again: again still keeps keep kept every always another more usual each
secret: secret tell told nobody hide hidden promise pretend lie lied story
bad: bad awful terrible horrible worst worse evil cruel nasty mean vile
idiom: murder killer killing deadly slay slayed deadline deadpan bomb bombed roasted slaughtered smashed crucified
   destroyed wrecked grilled
figure: prices budget market economy sales inflation figures target team boss critics review
cage: prison jail cell wing barracks camp hostel ward institution convent dormitory squad
say: say said tell told ask answer reply replied explain speak spoke mention whisper talk swear call promise suggest
   announce
think: think thought know knew wonder consider imagine believe remember forget forgot realise realize guess suppose
   mind idea learn decide understand worry
see: see saw seen look stare watch notice find found view hear heard feel felt read show showed
go: go goes went gone come came walk drive drove ride rode move return arrive cross enter climb wander march step get
   got turn reach carry
stay: stay stand stood sit sat lie lay lain kneel lean wait rest crouch squat
take: take took taken bring brought fetch pick carry collect lift grab put set place steal stole
havenot: lost lose without missing gone empty none away
make: make made build built fix mend create draw drew paint repair
write: write wrote written note diary notebook journal page letter pen pencil card list sign signed
time: minute hour day week month year morning afternoon evening night midnight noon clock second time soon later early
   late tonight yesterday moment
number: one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
   eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand dozen couple half twice
room: room house home flat bedroom kitchen hall hallway landing corridor lounge bathroom loo toilet stairs ceiling
   floor door garage shed barn attic yard bedsit lift step balcony porch
furniture: chair table bed sofa couch drawer cabinet cupboard shelf desk mattress duvet sheet blanket bench stool
   mirror basket tray lamp light
clothes: shoe shoes sock socks coat jumper shirt dress skirt hat scarf jacket hoodie trousers jeans boot boots slipper
   slippers uniform pyjamas glove gloves suit cap clothes wear wore worn button sleeve sari headscarf hijab
colour: red blue green yellow black white brown grey pink purple orange gold silver colour
big: big small little long short wide tall huge tiny deep whole full large thin thick heavy light narrow
goodness: good fine ok okay alright right well better best perfect decent proper sure easy calm safe true
strong: hard soft loud quiet sharp blunt wet dry cold warm hot fresh raw clean dirty
place: town village city street road park shop market field country farm station corner hill centre club library
   church square island coast leeds lagos glasgow london dublin delhi
thing: thing something anything everything stuff box bag bucket jar tin plate cup mug spoon fork bowl bottle basket
   towel soap umbrella paper machine tool
plate: plate mug cup glass bottle pan dish chair remote vase ashtray book shoe boot spoon ladle broom stick cane ruler
   belt cord hanger slipper
tech: laptop tablet computer screen internet online keyboard wifi zoom website app telly tv television charger battery
eatverb: eat ate eaten swallow swallowed chew taste drink drank feed fed hungry meal plate spoon
always: always never ever every sometimes often usually once twice again
everyone: everyone everybody anyone anybody people others they all whole family world
quant: more less enough much many lot few only most least extra
verylast: last final only first until before after next
who: tom sam jo ben anna mia leo ruth dan jack emma kate lily lucy amy liam noah jaz ravi priya fatima amina maria
   marta ivan olga gerry trevor gareth brian sandra sheila mo ali omar hassan sara zara ollie archie george harry
   charlie max ella grace sophie chloe ted joe bob jim nick steve mark paul john mike dave sue pam lynne carol mr mrs
   ms miss dr
pain: pain ache hurt sore headache sting throb itch
baby: pregnant pregnancy baby pram nursery birth breastfeed milk nappy womb bump
helpword: help please stop rescue
negate: not no never nothing nobody none neither nor without cannot
hate: hate loathe despise resent disgust sick
shame: ashamed shame guilt guilty sin embarrassed
belong: mine own possession heirloom watch ring necklace medal toolbox tools bike records piano
peace: peace rest quiet silence dark calm relief still sleep over
machine: tractor engine motorbike forklift scaffold lathe press wheel machine barrow trailer boat ship rig deck crane
`
