import type { Sentences } from '../prose.ts'

/** How an answer may begin, by the question it answers. The story asks only these questions. */
export const answers: Readonly<Record<string, Sentences>> = {
  'compassion-heaviest': [
    'The {kitchen|bedroom|hall} was the heaviest thing today, odd as that sounds: {two cups on the shelf|one coat on the hook|one plate in the rack} and nobody to say good morning to.',
    'The hour {after work|before supper|when the street lamps come on}, when I used to {write to Robin|hear the key in the door|put the second plate out}.',
    'A form that wanted {an emergency contact|a second name|"household, number of people"}. I held the pen over that line for {a whole minute|longer than I like to say}.',
    'Being cheerful at {work|lunch|the counter} for {six|seven|eight} hours. It sits in my {jaw|shoulders|back} now.',
    'Telling it once more from the start, to {the landlord|the bank|the dentist|a man from the phone company}.',
  ],
  'compassion-weather': [
    'Fog, {with a bus going by somewhere|the thick kind that eats sound|and a dog barking inside it}.',
    'Thin rain that is not worth an umbrella and still gets you wet.',
    'A {grey|white} sky with one blue {patch|strip} over the {roofs|station}, about the size of a {towel|postcard|door}.',
    'Wind. Everything I had put in order {went flying|lay somewhere else by noon}.',
    'The {hour|stretch} after rain, when {the gutters run|everything drips} and nobody has gone out yet.',
  ],
  'compassion-body': [
    'My {jaw|neck|left shoulder}. I noticed only when {I bit into an apple|Dana asked why I kept rubbing it|I tried to look behind me on the bike}.',
    'In the chest, like {a coat one size too small|a drawer that will not close|a stone in a sock}.',
    'My hands. They {would not lie still|picked at the label of every bottle|kept folding the same towel}.',
    'Behind the eyes. {Dry and hot|Tight}, as if I had {read small print|looked into the sun} all day.',
  ],
  'compassion-near-word': [
    '{Threadbare|Lukewarm|Unplugged|Weathered|Half-lit|Wobbly|Parked|Soft-edged}. It is no proper feeling word, but it is the one that came.',
    'I would say "{in between|thawing|muffled|on loan|under repair|slow}", and the word next door is "{waiting|tender|careful|tired|open}".',
    'Today it is "{quiet|raw|flat|level|mild|stubborn}", and I am surprised how well that {fits|sits}.',
  ],
  'compassion-friends-day': [
    'I would tell them: {you got up twice today, once from bed and once from the floor|that was two days in one|no wonder you are tired}.',
    'If [friend] had lived this day I would {bring soup and say little|offer to do the [chore]|say: sit down, you have done plenty}.',
    'I would not tell a friend to pull it together. I would {ask what they had eaten|put a blanket round them|walk home with them}.',
  ],
  'compassion-took-effort': [
    'Answering "fine" {four|five|six|nine} times, in {four|five|six} different tones.',
    'Walking past [place] without {crossing the road|looking in|taking the long way}.',
    'Opening the {post|message from the bank|wardrobe}. It took {two tries|till [hour]|a cup of tea and a deep breath}, and then {a minute|no time at all}.',
    'Getting from the bed to the shower. Nobody gives out {ribbons|medals|badges} for that, and it was {the longest road|most} of my day.',
  ],
  'compassion-made-brace': [
    '{Opening the mailbox|Looking at my phone|Turning into our old street}. My shoulders were up before I knew it.',
    '{The phone buzzing|Someone with Robin’s coat coming round the corner|Dana asking about the weekend}. It was {nothing|only a question}, and my stomach took a while to hear that.',
    'The queue at the {till|station|lift}, in case somebody asked {how the two of us are|where Robin is}.',
  ],
  'compassion-both-here': [
    'Relief and {grief|longing}. They {take turns at the wheel|sat at one table tonight}, and neither of them is lying.',
    'I am {angry|hurt} and I {miss Robin|would still make the coffee for two}. Both are true {at once|in the same minute}.',
    'Tired and {hopeful|curious}. The tired one is louder, the {hopeful|curious} one {gets up earlier|does not argue}.',
  ],
  'compassion-just-say': [
    'I just want to say that {this is hard and I am doing it|I miss having somebody to tell small things to|today was long}.',
    'Nothing wise. {My feet hurt|The tap drips|The soup was good} and I {miss|still miss} being known.',
    'I am {so tired of being brave|done with being sensible} for today.',
  ],
  'compassion-kind-of-tired': [
    'Heart tired, not leg tired. My legs could have {walked on|gone dancing}, the rest of me wanted {a wall to lean on|the bed}.',
    'Head tired. {Too many tabs open|Every thought had a second one stuck to it}, as [friend] would say.',
    'The good kind for once: tired like after {swimming|carrying boxes|a day outside}.',
  ],
  'compassion-before-sleep': [
    '"{You may put it down now|Nothing more is asked of you today|The day is closed, and you were in it}."',
    'Something like: {it does not have to make sense tonight|you were kind where you could be|sleep, the rest can wait in the hall}.',
  ],
  'compassion-emptiest-hour': [
    '{Seven|Six|Half past six|Eight} in the evening, when {the radio news came on|we used to cook|one of us would ask what to eat}.',
    'Sunday, {late morning|between breakfast and noon|around four}. The whole {street|house} seems to come in pairs.',
    'The first {minute|half minute} after waking, before I {remember|have put my face on}.',
  ],

  'shared-echo': [
    'Lea, in the group. {Another city, other names|Years between us}, and the same {cold spot in the bed|silence at breakfast|list in the head at three at night}.',
    'A woman on the radio talked about {the first winter alone|dividing the books|eating dinner over the sink}. I turned it up.',
    'Marek told me about the year after {the divorce|his move}. I had known him {ten|twelve} years and never heard {the half of it|that part}.',
  ],
  'shared-only-me': [
    'That I still {set out two cups|sleep on my side of the bed|say "we"}. {Three people nodded|Lea said: of course|Somebody laughed in the kind way} when I told it.',
    'The {checking|scrolling} at night. I thought it was {weak|only me}, and then {half the room|nearly everyone} had done it.',
    'I thought only I got {jealous of couples in supermarkets|angry at songs}. It turns out there is {a whole club|no membership fee}.',
  ],
  'shared-step-ahead': [
    'Lea is about a year on. {The flat has new curtains|There is a choir on Tuesdays|She sleeps through, most nights}, and the hard days still come, {only further apart|with a warning}.',
    'Mr Okafor lost his wife {six|seven} years ago. He {whistles on the stairs|grows beans up the fire escape} now. I never put the two together.',
    'Dana went through it {before we met|two jobs ago}. "The second spring was the good one," Dana said, while {stacking chairs|peeling an orange}.',
  ],
  'shared-nod': [
    'In the group, when {someone said that evenings are a place|the new man said "I keep rehearsing talks that will never happen"|Lea spoke of the quiet}. My head went up and down by itself.',
    'Reading [book]. One line said that {missing is a kind of loyalty|habits grieve too}. I {read it twice|copied it out}.',
    'At {lunch|the bus stop}, when [friend] said {weekends are the long part|you cannot be strong on an empty stomach}. Yes, just like that.',
  ],
  'shared-common-thing': [
    'A {queue|delay} at [place]. We all {sighed at the same second|looked at the same clock}, and for a moment it was {nearly a choir|company}.',
    '[Weather], and strangers pressed under one {awning|bus shelter}. Somebody {passed round a bag of nuts|made a joke about boats}.',
    'A tired look with {the woman at the till|a man with a pram|the tram driver}. It said: {Thursday|this week, eh|nearly there}.',
  ],
  'shared-no-explaining': [
    'Ines, at her kitchen table. She {peels things and hums|goes on cooking} and I can {say it badly|be quiet}.',
    'Mr Okafor, on the bench. We talk about {beans|the lift|the football} and mean {good evening, I see you|something else, I think}.',
    'Everyone at the pool. {Everybody is wet and nobody asks|You cannot hold a phone}. #swim',
  ],
  'shared-someone-tonight': [
    'I wish them {a lamp that is warm|a neighbour who coughs, so they know someone is there|toast}, and that they {do not write the message|sleep before three}.',
    'That somebody {leaves the light on in the stairwell|texts them a photo of a dog} for them. And that they know {it moves, slowly|I am up too}.',
  ],
  'shared-felt-less-alone': [
    'For {a minute|five minutes} on the phone with [friend], when neither of us {said anything clever|hurried}.',
    'In the {choir of coughs before the film|pool|bakery queue}, oddly. {Shoulder to shoulder|All of us cold}, nobody {fixing anything|in a hurry}.',
    'When [friend] {sent a picture of a crooked cake|said "me too" and left it at that|saved me a chair}.',
  ],
  'shared-thing-heard': [
    'Somebody in the group said: "{You do not have to like the road to walk it|Some days the win is socks|I stopped waiting to be finished}." It has {been in my pocket|walked along} all week. #group',
    'Marek said that {it gets different before it gets better|I am allowed to be boring for a year}. I {laughed|wrote it on the fridge}.',
  ],
  'shared-newer-person': [
    '{Eat before you decide anything|Do not read old messages after ten at night|Move one piece of furniture}. It {costs nothing|is small} and it {worked|helped me}.',
    'I would say: {find one person who knows the whole of it|tell someone at work, only one|keep the mornings plain}. The rest can {wait|come later}.',
  ],
  'shared-new-evenings': [
    'Lea learned {to cook for one without making a face|the tango, badly}. Mr Okafor learned {the radio programme by heart|to go to bed with the lamp on}.',
    'Half the {swimming hall|library} at seven in the evening, I suspect. I look at them {differently now|and think: you too, maybe}.',
  ],

  'support-showed-up': [
    'Ines, with {a bag of oranges|her toolbox|clean towels}. She did not ask {how I was|anything}, she {fixed the hall light|sat down}.',
    'Marek {rang twice|came by on the bike|sent three songs}, without it being {a thing|my birthday}.',
    'Dana took {my late shift|the awkward call|the minutes} and waved it off {before I could thank|with a biscuit}.',
    'Mr Okafor {carried my parcel up|left tomatoes at the door|held the lift with his stick}. It was {two floors|a small thing} and it {held|carried} the whole evening.',
  ],
  'support-which-kind': [
    'Company, without talk. Somebody {reading in the same room|on the other end of the sofa} would be {plenty|just right}.',
    'An ear. {No advice, no plan|Not a single tip}, just {the kettle and an ear|someone who says "go on"}.',
    'A practical hand, really. {The shelf|The tax letter|The mattress} will not move by being understood.',
  ],
  'support-draft-ask': [
    '"{Ines|Marek}, {do you have ten minutes tonight|could you come along to the bank on Friday|would you eat with me on Sunday}? {It does not have to be deep|I would like company more than advice}."',
    '"Hello [friend], it has been a while. {I am having a slow autumn|I could use a walk} and I thought of you."',
    'I wrote: "Can I {borrow your sofa on Saturday|call you after the film}?" and {have not sent it|sent it before I could think}.',
  ],
  'support-hour-for-company': [
    '{Ten|Eleven} at night, {between the film and sleep|when the phone is the only light}. #evening',
    'Sunday {at five|afternoon}, when {families go home|the light goes}.',
    'Coming home. {The key sounds louder than it used to|I now leave the radio on for it}.',
  ],
  'support-small-receiving': [
    'A held door, a {saved seat|wave from the tram driver}, {half of Dana’s sandwich|a plaster from a stranger}. I said thank you and {left it at that|did not give it back at once}.',
    'Mr Okafor’s {umbrella|soup|spare bulb}. I nearly said no {out of habit|before he was done offering}.',
    'Help with [chore]. It {felt odd to sit while someone else stood|took Ines ten minutes and would have taken me a week}.',
  ],
  'support-friend-asks': [
    'I would think: {good that you asked|finally, come in|what a compliment}. It is {only|always} from my own mouth that it sounds like {a burden|begging}.',
    'If [friend] asked me I would be {glad|on the next tram}. I know that, and I {still type and delete|forget it by evening}.',
  ],
  'support-voice-to-hear': [
    'Grandpa’s, {reading the football scores|calling the cat in the yard}. I can {still do his cough|hear the kitchen behind it}.',
    'Ines on the phone, {chewing|with the tap running}. She {never hangs up first|asks what I had for supper}.',
    'The woman who reads the {shipping forecast|late news}. She sounds as if {nothing could surprise her|it will all be dealt with}.',
  ],
  'support-silent-together': [
    'Marek, {on a long drive|over chess}. We once said {eleven words in two hours|nothing from the lake to the ring road}, and both {said it was a fine day|slept well}.',
    'The neighbour’s dog. {He leans|He sighs like an old clerk}, and that is the whole talk.',
  ],
  'support-more-strength': [
    'More: {Ines, the pool, anyone who laughs at themselves|Lea and the walk to the tram}. Less: {people who want the story and not me|the group chat|being asked whose fault it was}.',
    'Dana leaves me with more, even after [work]. {A certain cousin|The chat with the old crowd} leaves me {flat as paper|with less}.',
  ],
  'support-knows-how-you-are': [
    'Ines knows {nearly all of it|it, the nights too}. Marek has the {short form|version with jokes}. Work has {"a busy time"|the weather report}.',
    'Vera has the {whole of it|nights}, [friend] the {days|rest}. Together they would make {one full picture|somebody who knows me}.',
  ],
  'support-missing-person': [
    'Nobody {warms my side of the bed|reads me the crossword|tells me I am wearing odd socks} now.',
    'We used to {guess the time before looking|name the dogs on the street|split the paper}. I still {guess|do it}, with no one to {check|object}.',
  ],

  'accountability-smallest': [
    '{Put the letter by the shoes|Fill the kettle tonight|Lay out clothes for the morning}. That is small enough to be {true|done}.',
    'Ring {the dentist|the housing office} before noon. {One call, two minutes|Dana will ask me about it, kindly}.',
    'Open the window, stand there for {ten breaths|one song}. If more comes, fine.',
  ],
  'accountability-one-done': [
    'The [chore]. It {took twenty minutes after nine days of walking round it|is done, and the sky did not open}.',
    'Showered, {ate at a table|aired the room}, answered {one message|two letters}. {That is three things|I will take it}.',
    'The {bins|bed}. It is plain and it is done.',
  ],
  'accountability-easier': [
    'The [chore] could {move to the morning|get a song|happen with the door open and the radio on}.',
    'Supper would be easier if {I cut the onions on Sunday|the pan lived on the stove}. I make {a mountain|an evening} of finding the pan.',
    'Sleep. The phone could {stay in the kitchen|charge in the hall}, and the {book|lamp} could move closer. #sleep',
  ],
  'accountability-decent-tuesday': [
    '{Soup in the freezer|A walk before dark|One real talk} and {no old photographs|bed by eleven}. I ask no more of it.',
    'Leaving work {on time|before six}, once, and {swimming|walking home along the canal}. #swim',
  ],
  'accountability-kept-going': [
    'What kept going is {the washing, more or less|the bike, since I oil it|the tomatoes on the sill}.',
    'The {plants are watered|bills are paid}, and {nobody had to remind me|I had the radio on for it}.',
  ],
  'accountability-first-two-minutes': [
    'Finding the {folder|charger|number}, {sitting down|opening it}, reading the first line. Put like that it is {hardly a dragon|nearly nothing}.',
    'Shoes on. Door. {The stairs do the rest|After the corner it goes by itself}. #walk',
  ],
  'accountability-in-the-way': [
    '{A cold|Rain, and then the idea of rain|[Work], again}, and a phone call that {went on|was worth it}.',
    'Tiredness, the {honest|plain} kind. I {moved it to Saturday|wrote it on a smaller piece of paper}.',
  ],
  'accountability-today-was-enough': [
    'For today it was enough that I {stayed out of the old messages|ate twice|went, and sat near the door|rang Ines back}.',
    'Enough that I {did the [chore]|told one person the truth|let the evening be long}.',
  ],
  'accountability-shrink-it': [
    '"Run every morning" becomes {"shoes on, to the corner"|"stand outside with tea"}. {Pocket size|That fits}.',
    '"Sort out the flat" becomes one {drawer|shelf|box}. The one with the {batteries|keys that fit nothing}.',
  ],
  'accountability-if-then': [
    'If {it rains|I am too tired after work}, then I {walk the stairs twice|do the short round}. If I still do not, then {tomorrow exists|I tell Ines and we laugh}.',
    'If I {reach for the old messages|wake at three}, then I {text Ines one word|read [book]} instead. #sleep',
  ],
  'accountability-yours-alone-again': [
    'The {walls|Saturdays}. I may {paint the hall green|sleep till ten}, and there is no vote.',
    'What to {eat|watch|keep on the windowsill}. I stood in the shop and did not know what I {like|want}. It was {sad for a minute, then rather interesting|a good question}.',
  ],

  'growth-noticed': [
    'I {say sorry to furniture|hum when I am about to be brave|go quiet right before I need something}. Noted, no changes planned.',
    'That I {breathe out when the lift door closes|check the clock at the same minute each night}. It seems the body keeps {a diary of its own|appointments}.',
    'I noticed that I asked {a question|for the window seat} today without {a speech first|three excuses}.',
  ],
  'growth-helped-a-little': [
    '[Food], hot. {A quarter of the weight went with the steam|It is hard to despair with a full mouth}. #cooking',
    'The walk round [place]. {Not much, a notch|From a four to a three}, but I {could tell|felt it go}. #walk',
    'Hearing {someone else’s trouble|the new man in the group} and being of use for {ten|five} minutes.',
    'Turning the {big lamp off and the small one on|phone face down}.',
  ],
  'growth-best-minute': [
    '{A quarter past seven|Just after noon|Late, before the lamp}: [weather] on the {table|tram window|opposite roofs}, the {radio low|kettle starting up}, nobody wanting anything.',
    'On the steps of [place], {one shoe untied|warm paper bag in the hand}, [weather], {a child counting pigeons|somebody’s trumpet practice from a window}.',
    'In the pool, under water, {the light in squares|all the noise far off}. {Blue, then green|I could have signed for a flat there}. #swim',
  ],
  'growth-body-knows': [
    'I {drop things|lose words|stop hearing the end of sentences}. By the time I {bump into doors|snap at the printer} it is late.',
    'Cold hands, then {sweets|short answers}, then {the urge to look at old pictures|a headache on the left}. In that order.',
  ],
  'growth-small-skill': [
    'Waiting. I have become {rather good at queues|somebody who can wait ten minutes}. It works for {buses and for urges|more than buses}.',
    'Mending. I {sewed the button on|glued the [object]} and it holds. I {looked at it several times|told Marek, who wants to see it}.',
    'Cooking for one: {half an onion, no sighing|freeze the rest, write the date on it}. #cooking',
  ],
  'growth-mind-changed': [
    'About {asking|crying at work|Sundays}. I took it for {weakness|the end of the world}. It was {Dana handing me a tissue and going on talking|a Sunday}.',
    'I used to think that {healing goes up like stairs|you get over it or you do not}. It is more like {the tide|a garden|a bus timetable}.',
  ],
  'growth-new-tastes': [
    'I like {early trams|olives|the flat at six in the morning} now. I have gone off {loud bars|long messages|being teased}.',
    'Surprise: I {like going to the cinema alone|enjoy ironing}. Gone off: {wine on weeknights|small talk about property}.',
  ],
  'growth-slow-change': [
    'My {shoulders|mornings}. Nobody {would see it in a photo|has said a thing}, but the first thought of the day is {not always the same one|sometimes about breakfast}.',
    'I say "I" more and "we" less. {It no longer trips me|The tongue learns}.',
  ],
  'growth-rule-of-thumb': [
    '{Nothing is decided after ten at night|First eat, then think|If you want to write to Robin, write to Ines}. {It has held so far|Tested this week, twice}.',
    'On days like this: {one warm thing, one outside thing, one person|smaller steps, thicker socks}.',
  ],
  'growth-heard-and-kept': [
    'From the group: "{A craving for the past is still a craving|You can miss it and not go back|Rest before you are worn out}." I want to keep that. #group',
    'From [book]: {attention is a form of love|people mend at the place where they are touched}. I am not sure yet, and {I keep turning it over|it will not leave}.',
  ],
  'growth-own-taste-again': [
    'I {sleep diagonally|leave the window open|salt the pasta water properly} now, because I can.',
    'The {coffee is stronger|music is louder|bath is later}. It is {my flat’s taste now|a small flag on a small hill}.',
  ],
}
