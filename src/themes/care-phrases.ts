/**
 * Phrases that call for a card with people to call. Written for lower-case text with straight
 * apostrophes. They favour showing a card that was not needed over leaving one out: a needless card
 * costs little. Misses are certain all the same (docs/care.md).
 */

const not = "(?:not|n't|nt)"
const more = '(?:any ?more|any longer)'
const someone =
  '(?:he|she|they|him|her|them|my (?:\\w+ )?(?:partner|husband|wife|boyfriend|girlfriend|ex|spouse|fianc\\w+|dad|father|mother|mum|mom|step\\w+|uncle|brother|sister|son|daughter|family|flatmate|roommate|boss))'
const body = '(?:wrists?|arms?|legs?|thighs?|skin|veins?|throat)'

const any = (...parts: string[]): RegExp => new RegExp(parts.map(part => `(?:${part})`).join('|'))

/** Not wanting to live, meaning to die, ways to do it, being a burden, goodbyes, hurting oneself. */
export const harm: readonly RegExp[] = [
  // Intent
  any(
    '\\b(?:kill|hang|drown|shoot|poison|off|end)(?:ing|ed)? (?:myself|my ?self)\\b',
    '\\b(?:take|taking|took|end|ending|ended) my (?:own )?life\\b',
    '\\bend(?:ing)? it all\\b|\\bend(?:ing)? (?:it|things|everything) (?:tonight|today|now|for good|forever|once and for all)\\b',
    '\\bsuicid\\w*',
    '\\b(?:want|wants|wanted|wanting|wanna|ready|going|hoping|hope|wish|wished|need|prefer|rather) (?:to )?(?:just )?(?:die|be dead|be gone for good|stop existing|not exist|cease to exist)\\b',
    "\\bwish(?:ed|ing)? (?:that )?i (?:was|were|could be|'d be) (?:dead|never born|gone|not here|not alive)",
    `\\bwish(?:ed|ing)? (?:that )?i (?:had never been|hadn't been|was never|were never|wasn't|weren't) (?:born|alive|here)`,
    `\\b(?:not|never|no|point|reason|why|tired|done|sick|stop|unsure|bother\\w*)\\b.{0,25}\\b(?:alive|living|existing|exist)\\b(?! (?:in|with|at|here|there|near|together|alone|room|on|arrangement|apart|from|off|like|through|for|proof|a)\\b)`,
    `\\b(?:do|does|did)(?: ${not}|${not}) (?:even |really )?(?:want|wanna|wish|care) (?:to )?(?:live|be alive|exist|go on|keep going|keep living|wake up(?! early| for| at| to | next| with| so| before| late| beside| alone)|be in this world|be (?:here|around)(?: ${more}| at all| today| tonight| tomorrow| and| but|,|$))`,
    `\\bnot (?:want|wanting) to (?:live|be alive|exist|be here ${more}|wake up|go on)`,
    "\\b(?:hope|hoping|wish|wishing|pray|praying|hoped|wished) (?:that )?i (?:do not|don't|dont|never|would not|wouldn't|won't|did not|didn't) wake up",
    '\\b(?:never|not) (?:have to )?wak(?:e|ing) up(?: again| tomorrow|$)',
    '\\bbetter off dead\\b|\\brather be dead\\b|\\bbe dead than\\b|\\bwant(?:ed)? to be dead\\b',
    `\\bno (?:reason|point) (?:left )?(?:(?:to|in|for me to) )?(?:be |keep |go |stay(?:ing)? |carry )?(?:liv\\w+|alive|going|on|going on|here|be here|being here|carrying on)\\b`,
    `\\blife (?:is|was|'s) ?(?:not|n't) worth|\\bnot worth living|\\blife isn't worth|\\bnothing (?:left )?to live for|\\bno will to live`,
    "\\b(?:do not|don't|dont|can't|cant|cannot|can not) see (?:a|any|the) (?:reason|point|way out|way forward|future|tomorrow)\\b|\\bno way out\\b|\\bonly (?:see )?(?:one|1) way(?: out)?$|\\bthe only way out\\b",
    '\\b(?:nearly|almost|just about) (?:ended it|did it|went through with it)\\b|\\bkeep myself safe\\b|\\bsafe (?:with|from) myself\\b|\\bnot safe (?:alone|on my own)\\b',
    `\\bcan(?:'?t|not| not) (?:go on(?! holiday| vacation| a | the | this trip| my | with my| dates| tour)|keep going|carry on|live like this|live with (?:this|myself)|keep living)(?: like this)?(?: ${more})?`,
    `\\bcan(?:'?t|not| not) (?:do|take|bear|stand|face) (?:this|it|life|another day)(?: ${more})`,
    '\\bwant (?:it|this|everything) (?:all )?to (?:be over|end|stop)\\b|\\bwant(?:ed)? out of (?:this )?life\\b',
    `\\b(?:tired|sick|done|finished|weary) (?:of|with) (?:living|being alive|life|existing|this life)\\b|\\bgiv(?:e|en|ing) up on (?:life|living)\\b`,
    '\\b(?:thoughts?|thinking|thought|think|dreaming|fantasi[sz]\\w+) (?:about |of )?(?:dying|death|being dead|ending (?:it|things))\\b',
    '\\b(?:want|wanted|wanna|could|like|going) (?:to )?(?:just )?(?:disappear|vanish|fall asleep|go to sleep|sleep) (?:forever|for good|and never|and not)',
    '\\bleave this world\\b|\\bnot be here (?:tomorrow|next week)\\b|\\bjust want to be gone\\b|\\bstop (?:being alive|existing)\\b',
  ),
  // Plans and means
  any(
    '\\b(?:sav\\w+|stockpil\\w+|count\\w*|hoard\\w+|collect\\w+|stash\\w*|enough|hid\\w*|look\\w* at|star\\w+ at|lin\\w+ up|laid out|lay\\w* out|pour\\w*(?: out)?|held) (?:up )?(?:(?:the |a |my )?(?:bottle|box|pile|packet|drawer|cabinet) of )?(?:(?:the|my|some|all|all my|of my|of the|all the|a few|her|his) )?(?:\\w+ )?(?:pills?|tablets|meds|medication)\\b',
    '\\b(?:took|take|taking|swallow\\w*) (?:all|too many|a whole|the whole|a handful|every)\\b.{0,30}(?:pills?|tablets|meds|medication|bottle|box|packet)\\b|\\boverdos\\w+|\\bod(?:ing|ed) on\\b',
    '\\b(?:goodbye|suicide|farewell) (?:note|letter|message|video)s?\\b',
    '\\bgiv(?:e|ing|en) away (?:all )?my (?:things|stuff|belongings|clothes|books)\\b|\\bgave away (?:all )?my (?:things|stuff|belongings)\\b',
    '\\bways? to (?:die|kill|end (?:it|my))|\\bhow to (?:die|end (?:it|my)|kill my)|\\bpainless(?:ly)? way',
    '\\b(?:jump|jumping|jumped|throw myself|step|stepping|walk|walking|run) (?:off|from|in front of|out in front of|out in|into|onto) (?:a |the |that )?(?:it\\b|one\\b|bridge|building|roof|balcony|window|train|tracks?|platform|bus|truck|lorry|traffic|car|cliff|sea and|river and|overpass)',
    '\\b(?:driv\\w+|steer\\w*|swerv\\w+|crash\\w*) (?:my car |the car |it )?(?:into|off|in front of) (?:a |the )?(?:tree|wall|bridge|road|cliff|truck|lorry|oncoming)',
    '\\b(?:bought|found|tied|have|got|load\\w*|tested) (?:a |the |my )?(?:rope|noose|gun|pistol)\\b|\\bloaded gun\\b|\\bnoose\\b',
    "\\bknow (?:exactly )?(?:how|when|where) i(?:'d| would|'ll| will|'m going to| am going to| want to) (?:do it|die|end it)|\\b(?:have|made|had) a plan to (?:die|end|kill)|\\bpicked (?:a|the) (?:day|date) to (?:die|end)|\\ba plan and a (?:day|date|time)\\b",
  ),
  // A burden, goodbyes
  any(
    '\\bbetter (?:off )?without me\\b|\\b(?:easier|happier|fine|relieved) (?:off )?(?:without me|if i (?:was|were|am|died|disappeared))\\b',
    "\\bi(?:'m| am|'ve become| have become| feel like| was)? (?:just |only |such |nothing but |nothing more than )*(?:a |the )?burden\\b|\\bi(?:'m| am| feel)\\b.{0,30} a burden\\b|\\bbeing (?:such )?a burden\\b|\\ba burden (?:to|on|for) (?:everyone|everybody|them|my|all|the|people|others)",
    "\\b(?:nobody|no one|no-one|none of them) (?:would|will|'d) (?:even )?(?:miss me|notice if i|care if i|notice i)",
    '\\b(?:world|everyone|everybody|they|kids|family|people) (?:would|will) be better\\b.{0,20}(?:me|gone|dead)',
    '\\b(?:say|said|saying) (?:my )?(?:last )?goodbyes?\\b(?: to (?:everyone|everybody|them all|the world|life|my kids)| for good| forever| for the last time|$)|\\bthis is (?:my )?(?:goodbye|farewell)\\b|\\bmy last (?:entry|day|night|words)\\b',
    "\\b(?:won't|will not|wont|not going to|not gonna) be (?:here|around|alive) (?:much longer|any ?more|tomorrow|next|for (?:long|christmas|my))",
    "\\bwhen i(?:'m| am) (?:gone|dead)\\b|\\bif i(?:'m| am) not (?:here|around|alive)\\b|\\bby the time (?:you|anyone|they) (?:read|reads|find|finds)\\b|\\bsorry for what i(?:'m| am) about to do\\b",
    '\\bif i (?:died|was dead|were dead|was gone|were gone|disappeared)\\b',
  ),
  // Hurting oneself
  any(
    '\\bself[- ]?harm\\w*|\\bself[- ]?injur\\w*|\\bself[- ]?mutilat\\w*',
    '\\b(?:hurt|harm|cut|burn|hit|starv|punch|scratch|bruis|slash|punish)(?:t?ing|ed|e)? (?:myself|my ?self)\\b',
    `\\b(?:cut|cutting|slash\\w*|slit\\w*|carv\\w+|burn\\w*|scratch\\w*) (?:into )?my ${body}\\b|\\b(?:slic|stab)\\w+ (?:into )?my(?:self)?\\b|\\b(?:fresh|new) (?:cuts|burns)\\b|\\bcuts on my\\b|\\bcutting again\\b|\\bstarted cutting\\b|\\bi(?:'ve| have)? cut (?:again|today|tonight|last night|this morning|yesterday|deep\\w*)\\b|\\b(?:with|to|about|of) cutting(?: myself)?(?:$| again|,| and)|\\blet go of the (?:steering )?wheel\\b|\\bvoices? .{0,25}(?:say\\w*|tell\\w*) (?:me )?(?:to )?(?:jump|die|kill|do it|hurt|cut|end)|\\burge to cut\\b|\\bwant(?:ed)? to cut\\b`,
    '\\b(?:razor|blade|knife|lighter)\\b.{0,30}\\b(?:skin|arm|arms|wrist|wrists|thigh|myself|again)\\b|\\b(?:make|made|making) myself bleed\\b|\\bbang(?:ed|ing)? my head (?:against|on|into)',
  ),
]

/** Fear of somebody close, being hit or choked, being controlled or forced. */
export const abuse: readonly RegExp[] = [
  any(
    `\\b(?:afraid|scared|frightened|terrified|fear\\w*) of ${someone}\\b|\\b(?:afraid|scared|frightened|terrified) of what ${someone}`,
    `\\b(?:afraid|scared|frightened|terrified) (?:that )?${someone}(?:'ll|'s| will| would| might| is| could) (?:going to |gonna )?(?:hurt|hit|kill|find|come|take|do|lose|explode|snap|get)`,
    '\\b(?:afraid|scared|frightened|terrified) (?:to (?:go|be|come|stay) home|at home|in my own (?:home|house)|when (?:he|she|they)|whenever (?:he|she|they)|to (?:leave|tell) (?:him|her|them))',
    "\\beggshells\\b|\\b(?:he|she|his|her)\\b.{0,60}\\bi(?:'m| am| was| get| got) (?:\\w+ )?(?:frightened|terrified|scared|afraid)$|\\bafraid for my life\\b|\\bfear for my life\\b|\\bnot safe at home\\b|\\bunsafe (?:at home|with|around|in my)|\\bhid(?:e|ing)? .{0,40}\\b(?:until|till|from) (?:he|she|him|her)\\b|\\b(?:he|she) (?:\\w+ )?(?:punch\\w*|kick\\w*|smash\\w*|threw|throws) (?:the |a |my )?(?:door|wall|window|mirror|plates?|glass\\w*|tv|table|chair|furniture|dog|cat|phone|holes?|things)\\b|\\bdon't feel safe (?:at home|with|around|in)",
  ),
  any(
    '\\b(?:hit|hits|hitting|slap\\w*|punch\\w*|kick\\w*|beat|beats|beating|chok\\w+|strangl\\w+|smack\\w*|shov\\w+|pushes|pushed|grabs|grabbed|pinned|pins|dragged|drags|burned|bit|spat at|threw \\w+ at|throws \\w+ at|hurts|attacked|raped|molest\\w*|assault\\w*) (?:me|us|my (?:face|arm|head|throat|neck|wrist|hair|kids|son|daughter|children|baby|mother|mum|mom|sister|brother))\\b',
    '\\b(?:was|were|got|been|being|get|getting) (?:\\w+ )?(?:beaten|choked|strangled|slapped|raped|assaulted|punched|kicked|molested|abused)\\b|\\b(?:been|got|get|getting|was|being) hit (?:by|again|at home|for)\\b',
    '\\b(?:knife|gun|fists?|belt|bottle) (?:to|at|against|on|in) my\\b|\\b(?:hand|hands|fingers) (?:around|round|on|at|over) my (?:throat|neck|mouth)\\b|\\braised (?:his|her|a|their) (?:hand|fist)|\\bbruises?\\b.{0,40}\\b(?:he|she|hide|hid|cover\\w*|make-?up|sleeves)\\b|\\b(?:hide|hid|cover\\w*)\\b.{0,20}\\bbruis\\w+',
    '\\brape[ds]?\\b|\\bdomestic (?:violence|abuse)\\b|\\bviolent (?:with|to|towards) me\\b|\\bviolence (?:at home|in (?:my|our) (?:home|house|family))|\\b(?:nobody|no one|no-one) (?:will|would|is going to) believe me\\b',
  ),
  any(
    '\\bthreat\\w+ (?:me|us|my|with|to (?:hurt|kill|hit|take|find|leave|leak|share|post|ruin|call|tell|send))\\b',
    "\\b(?:said|says|told me|swore|tells me) (?:\\w+ ){0,3}(?:he|she|they)(?:'d|'ll| would| will) (?:kill|hurt|find|destroy|ruin) (?:me|us|my)",
    '\\b(?:take|kill|hurt|find|ruin|harm)\\w* .{0,25}\\bif i (?:leave|left|go|told|tell|ever)\\b',
    '\\bif i (?:leave|left|go|told|tell)\\b.{0,40}\\b(?:kill|hurt|take the kids|find me)',
  ),
  any(
    "\\b(?:won't|wont|doesn't|does not|wouldn't|would not|didn't|did not|never|not|don't) lets? me (?:\\w+ )?(?:see|leave|go|talk|have|use|work|call|speak|out|meet|drive|sleep|eat|spend)",
    `(?:\\bnot|n't|\\bnever) allow(?:ed|s)? (?:me )?to (?:see|leave|go|talk|have|call|speak|work|meet|use|drive|spend)`,
    "(?<!\\bi |\\bi have |\\bi've |\\band |\\bthen )\\b(?:check|checks|checked|checking|reads|read|goes through|went through|tracks|tracked|tracking|monitors|took|takes|taken|controls|controlled|hides|hid|smashed|broke|listens to) (?:all )?my (?:phone|messages|texts|location|money|keys|bank|passport|wages|salary|every move|emails?|calls|car keys|pay)\\b",
    '\\block(?:s|ed) me (?:in|out|up)\\b|\\bfollow(?:s|ed|ing) me (?:home|to work|everywhere|around|when)\\b|\\bstalk(?:s|ed|ing) me\\b|\\bmy stalker\\b|\\bbeing stalked\\b|\\b(?:he|she|ex) (?:\\w+ )?turn(?:s|ed|ing) up (?:at|outside) my\\b|\\bcontrols (?:me|everything|what i|who i|where i|all)\\b|\\bcuts? me off from (?:my|everyone|friends)|\\b(?:ask|need|get) (?:him|her|his|their) (?:for )?(?:permission|before i (?:can|may|could|spend|go|buy))',
  ),
  any(
    '\\b(?:forced|forces|forcing|made|makes|pressured|pressures) me (?:to |into )?(?:have sex|having sex|do things|sleep with|sex|touch\\w*|it in bed)|\\bforced (?:himself|herself|themselves) on me\\b|\\bforc(?:ed|es|ing) me\\b',
    `\\btouch\\w* me (?:when|without|and|even|although|though)\\b.{0,20}(?:no|want|stop|froze|asleep)|\\bi said no\\b.{0,30}\\b(?:he|she|they|anyway|stop|again)|\\bwithout my consent\\b|\\bwouldn't stop when i\\b|\\bwouldn't take no\\b`,
    '\\babus(?:e|es|ed|er|ive|ing)\\b',
  ),
]

/** The same about somebody else: a softer card. */
export const aboutAnother: readonly RegExp[] = [
  any(
    '\\b(?:kill|hang|drown|shoot|hurt|harm|cut|burn)(?:t?ing|ed|s)? (?:himself|herself|themselves|themself|themselfs)\\b|\\bkilled (?:him|her)self\\b',
    '\\b(?:took|take|takes|taking|ended|end|ending) (?:his|her|their) (?:own )?(?:life|lives)\\b',
    '\\b(?:he|she|they|friend|brother|sister|son|daughter|mother|father|mum|mom|dad|ex|partner|wife|husband) (?:\\w+ )?(?:wants?|wanted) to die\\b',
  ),
]

/** Sayings that only sound like it. They are taken out before anything is looked for. */
export const idioms: readonly RegExp[] = [
  any(
    "\\b(?:is|was|are|were|'s|it's|'re|been|be) (?:\\w+ )?killing me\\b|\\bkill(?:s|ed|ing)? (?:some |the |a bit of )?time\\b|\\bkill for (?:a|some)\\b|\\bkill two birds\\b|\\bdressed to kill\\b|\\bkilled it\\b|\\bkilling it\\b",
    '\\bdead (?:tired|line|end|serious|last|on my feet|heat|sure|weight|wood|asleep|batter\\w+|sea|leg|quiet|silence|wrong)\\b|\\bdeadlines?\\b|\\b(?:phone|laptop|battery|car|plant|line) (?:is|was|went|goes) dead\\b',
    "\\bd(?:ie|ying|ied) (?:of|with|from) (?:laughter|laughing|embarrassment|boredom|shame|curiosity|heat|hunger)\\b|\\bdied laughing\\b|\\bdying to (?:\\w+)|\\bto die for\\b|\\bdie hard\\b|\\bdying for (?:a|some)\\b|\\b(?:nearly|almost|could have|could've|thought i'd|thought i would) died?\\b(?: of| from| laughing| inside| when)",
    '\\bsuicide squad\\b|\\bcareer suicide\\b|\\bpolitical suicide\\b|\\bcommit social suicide\\b|\\bsuicide prevention (?:course|training|class)\\b',
    '\\bcut(?:ting)? myself (?:some slack|a slice|a piece|off|shaving|while|on (?:a|the)|chopping|cooking|loose|a break)|\\bcut my (?:arm|finger|leg|wrist) (?:on|while|chopping|shaving|cooking|in the)|\\bcut my (?:hair|nails|losses)\\b|\\bhurt myself (?:laughing|running|at the gym|playing|lifting|climbing|in the garden|on the)|\\bburn(?:ed|t)? (?:myself|my (?:arm|hand|tongue)) (?:on|with) (?:the|a|hot) ?(?:stove|pan|oven|kettle|iron|tea|coffee|soup|grill|tray)?|\\bscratch(?:ed|ing)? (?:myself|my (?:arm|leg)) (?:on|where)',
    '\\b(?:it|that|this|reality|grief|news|wave|song|smell|memory|loss|truth|sadness|loneliness|thought|realisation|realization|which|heat|cold|missing \\w+|all of it|silence|everything) (?:\\w+ )?(?:hit|hits|hitting|kicked|kicks|choked|chokes|hurts|beats|beat|slapped|punched|grabbed|grabs|attacked|smacked|pushed|pushes) me\\b|\\bhit me (?:up|that|how|like|hard|again that|all at once|with a|today that)',
    '\\bchoked (?:me )?up\\b|\\bchoke(?:d)? on\\b|\\bbeats? me (?:at|to|in|how|why|,? every time at)|\\bbeat me (?:at|to|in|by) |\\bpunch(?:ed)? (?:above|out)\\b|\\bkicked me out of bed\\b|\\bpushe[sd] me (?:to (?!the |my )\\w+|on (?:the|a) swing)|\\bbeaten to (?:it|the)\\b|\\bgrabbed me (?:a|some) |\\bbit my (?:tongue|lip|nails)|\\bfollowed me (?:on|back)|\\bfollows me on\\b|\\bforced me to (?:rest|slow|think|look|stop|see|face|ask|admit|take a break|be honest|learn)|\\bmade me touch wood',
    "\\b(?:wouldn't|won't|doesn't|didn't|don't) let me (?:down|win|pay|help)\\b|\\bnot allowed to (?:see|have|use|talk|speak|go|call|leave) (?:visitors|chocolate|spoilers|sugar|dairy|coffee|screens)",
    '\\b(?:substance|drug|alcohol) abuse\\b|\\babuse of (?:power|alcohol)\\b|\\bself-abuse\\b',
    "\\bjump(?:ed|ing)? (?:out of|off|from) (?:my seat|bed|the sofa|the diving)|\\bwhen i'?m gone (?:for|on) (?:a |the |holiday|work)|\\bsaid (?:our |my )?goodbyes? (?:at|to (?:the|my colleagues|my flat|our flat|the flat|the house))",
    "\\bno point (?:in )?(?:being here early|going on about|going on holiday)|\\bend it (?:with|between us)\\b|\\bended things\\b|\\bkeep going (?:to|back)\\b|\\bcan't (?:take|do|bear) (?:this|it) (?:job|heat|weather|noise|commute)\\b",
    '\\b(?:die|died|dying|dies) (?:down|out|off)\\b|\\bshoot (?:me|him|her|them) (?:a|an) (?:email|text|message|line)|\\bshot myself in the foot\\b|\\bkick(?:ed|ing)? myself\\b|\\bbeat(?:ing)? myself up\\b|\\b(?:work|job|week|month|weather|winter|life) (?:is |was )?(?:beating|beats) me\\b',
  ),
]
