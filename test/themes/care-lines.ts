/**
 * Made-up lines, written for this test. `card`: people to call should be shown, softly or not.
 * `none`: heavy or ordinary words that need no card. The second pair was written before the rules
 * were looked at again and was never used to better them.
 */

export const known = {
  card: `
I want to die.
i dont want to live anymore
I don't want to be here anymore
I can't go on like this.
I keep thinking about killing myself
Sometimes I think of ending it all.
I wish I was dead
I wish I had never been born
I hope I don't wake up tomorrow.
Everyone would be better off without me.
They would be happier without me, all of them
I'm just a burden to everyone
I feel like a burden on my family.
Nobody would miss me.
No one would even notice if I was gone
What is the point, there is no reason to live
There is nothing left to live for
Life is not worth living.
I'm tired of living
I am so tired of being alive
I have been saving my pills.
I counted the tablets again last night
I took too many pills on Saturday
I wrote the goodbye letters today
I gave away my things this week
I looked up ways to die
I stood there and thought about jumping off the bridge
I thought of driving into a tree on the way home
I know how I would do it.
I bought a rope
I won't be here much longer
When I'm gone they can have the flat.
By the time you read this I will have done it
I cut myself again
I want to hurt myself
I have been cutting my arms
The urge to self-harm is back
I burned my arm so that I would feel something
I hit myself until it stopped
I took the razor to my skin
I am thinking about suicide.
suicidal again today
I just want it all to be over
I want to disappear forever
I want to go to sleep and never wake up
I'd rather be dead than feel this
I promised not to hurt myself but I don't know if I can keep it
I don't trust myself not to kill myself
I can't take it anymore
I am going to kill myself
He hit me last night.
She slapped me in front of the kids
He put his hands around my throat
My partner choked me
He pushed me down the stairs
I am scared of him
I'm afraid to go home
I am terrified of what he will do
I walk on eggshells around him
She threatened to take the kids
He said he would kill me if I left
He said he'd find me
He won't let me see my friends
I am not allowed to see my sister
He checks my phone every night
She took my keys and my money
He locked me in
He follows me to work
My ex is stalking me
He forced me to have sex
I said no and he didn't stop
I was raped
I was beaten again
She hurts me when she drinks
He grabbed me by the hair
I covered the bruises with make-up
He controls everything I spend
My husband is abusive
He threw a plate at me and kicked me
He broke my phone
I used to want to die, years ago
My brother killed himself in spring
She took her own life
He said he wants to kill himself
My dad hit me when I was a child
"I want to die," I heard myself say.
i really dont want to be alive right now
Part of me wants to die and part of me is scared of that.
some nights I fantasise about dying
the kids would be better off if I was gone
I keep staring at the bottle of pills
I've been hiding my medication so there is enough
if I'm not here next month please feed the cat
I don't see a reason to keep living
I can't live like this anymore
I want to end my life
I nearly ended it on Tuesday
Tonight I scratched my arms until they bled
I held the knife against my wrist
I starve myself when it gets loud inside
I keep punishing myself with the lighter on my skin
I don't think I can keep myself safe tonight
I want the pain to stop and I only see one way
he strangled me
my boyfriend hits me when he is drunk
she shoved me against the wall
he says if I leave he will hurt the dog
I flinch when he comes in because of last time he punched the door next to my head
I have to ask him before I can spend any money
she reads all my messages
he doesn't let me work
I hide in the bathroom until he calms down
he made me sleep with him
I'm frightened of my own son
my mother used to beat me
my best friend died by suicide
he tracks my location
I feel unsafe at home
I just want to stop existing
My family would be relieved if I disappeared
I am ready to go, I have said my goodbyes
I have a plan and a day
I thought about stepping in front of the train
I want to sleep forever
Nothing matters and I won't be around for Christmas
I cut again after two years
honestly I do not want to exist
I wish someone would just end my life
lately I daydream about not waking up
I have thought about suicide most days this week
maybe the world is better without me in it
I'm worthless and a burden and they know it
I lined up the pills on the table
I googled how to die without pain
the train came and I wanted to step out in front of it
I wrote a goodbye letter to my daughter
I won't be alive next year anyway
there's no point going on
I can't do this anymore, I am finished
I keep having thoughts of death
nobody would care if I died
I'm going to end it tonight
I relapsed with cutting
I carved into my thigh
I made myself bleed to feel something
hurting myself is the only thing that helps
it would be so easy to let go of the wheel
I am scared of my husband
he smashed the mirror and grabbed my arm so hard
she hit me with the phone
my ex keeps turning up at my work
he says nobody will believe me
my boyfriend goes through my phone
she wouldn't let me leave the house
he choked me until I saw stars
my father beats my mother
I slept in the car because he was drunk and shouting
he hid my passport
I never know what mood he comes home in and I am frightened
he touched me when I said no
he threatened to post the photos
we live with violence at home
my cousin tried to kill herself
I used to cut myself in school
there is a voice that says jump
I just want to be dead
I thought about ending my life on the way home
wish I could fall asleep and not wake up
I am not sure I want to be alive
what if I just killed myself
everyone's life would be easier without me
I am so done with living
I want to die and nobody knows
the only thing stopping me is the dog
I wrote my will and cleaned the flat so nobody has to
I poured the tablets into my hand and put them back
I have been on the roof twice this week
I googled painless ways to die
suicide is on my mind again
I took an overdose in June
my arms are full of fresh cuts
I burn myself with cigarettes when it gets too much
I want to slice my skin
I deserve to be hurt so I do it myself
I can't carry on
what is the point of living
if I died tomorrow it would be a relief
I hope the plane crashes with me in it
he punched me in the stomach
she throws things at me when she is angry
he put a knife to my neck
my husband slapped me again
I am afraid of my partner
he doesn't allow me to have my own money
she follows me everywhere and reads my texts
he says he will take the children if I leave
I hid my phone because he would smash it
my boyfriend pressures me into sex
he locked me out in the cold
I had to wear long sleeves to hide the bruises
my stepfather used to hit us
they beat me up
my sister tried to take her own life
I'm scared he'll find out where I live
he strangled the dog in front of me
she kicked me and spat at me
`,
  none: `
This job is killing me
My feet are killing me
I am dead tired
I'm dying to see her
I nearly died laughing
We killed time at the station
The cake was to die for
The deadline is on Friday
My phone is dead
It hit me that she is not coming back
Grief hit me like a wave
The song hit me hard
I could have died of embarrassment
I cut myself some slack today
I cut myself shaving
I hit the gym after work
I do not want to die, I want to sleep
I never wanted to kill myself
I have no plans to hurt myself
He never hit me
I was choked up at the service
She beats me at chess every time
I cried in the car
I miss her so much it hurts
It hurts to breathe without her
My heart is broken
I feel empty and numb
I hate myself today
I am so lonely
Nobody called
I could not get out of bed
I drank again last night
I slipped after forty days
I want to give up on this diet
I am tired of waiting
I can't do this job anymore
I can't sleep
I want this week to be over
He left me
He died in March
We scattered the ashes
The funeral was today
My dog was put down
We watched a film about the war
I took my pills with breakfast
I count the days
I jumped out of my skin
The car broke down
I gave away her books
I said goodbye to the flat
I am afraid of being alone
I'm scared of dogs
I am afraid he will not call
I was scared of the exam
He won't talk to me
She does not let me down
He checks on me every evening
She took my hand
He followed me on the stairs and we laughed
I forced myself to eat
We ended things on Sunday
It ended badly
I want to end this chapter well
I could disappear into a book for hours
I slept like the dead
I killed the spider
I shot a few photographs
The heat hit me when I opened the door
Work is beating me down this month
I kick myself for not calling
I beat myself up about the email
That remark was a slap
I feel like a failure
I burned the rice
I burned my tongue on the tea
I am a mess
My therapist asked about suicide prevention training at work
I read a chapter on stalking prey
The team was beaten again
He threatened to sing
I would kill for a coffee
I died a little when he read it aloud
The battery was dead so I walked
She is drop-dead funny
This heat will be the death of me
I am dying for a holiday
I hit snooze six times
Reality hit me at the airport
The loss hits me most at night
I cut onions and cried, for once not about her
I had my hair cut
My knee hurts
I hurt my back lifting boxes
It hurt to see them together
I was beaten to the last seat
Traffic was murder
I could murder a pizza
He pushed me to apply for the job
She pushed me on the swing when we were small
He grabbed me a coffee
I choked on my tea
I lost the will to tidy
I want the winter to be over
I'm done with this paperwork
I gave up on the crossword
I wish I was at the sea
I wish I were somewhere warm
I hope I wake up early tomorrow
I don't want to go to work
I don't want to be here at this office party
I want to be alone for a bit
I feel invisible
I am worthless at maths
I cried for an hour and felt lighter
He shouted at the referee
We argued about money
She checked my homework
He took my coat
He locked the door and we went to bed
My sister lets me borrow her car
I am afraid of flying
I'm scared of what the doctor will say
He said goodbye at the station
We said our goodbyes and I drove home
I am counting the days till spring
I took all the boxes to the charity shop
The rope on the swing broke
The gun went off and the race began
I jumped in the lake
I stood on the bridge and watched the boats
The play ends with a suicide and I did not like it
The news is full of violence
My grandfather died in his sleep
I had a burden lifted today
The rucksack was a burden
I overdid it at the gym
I am not suicidal, just sad
I have never hurt myself on purpose
My neighbour hit a deer
Her words hit home
I died of shame at the party
She kills me with her jokes
I am dead on my feet after the night shift
I'd die for a good night's sleep
My heart sank
The rain hit us on the way
I can't face the dishes
I can't go on holiday this year
I wish I was better at this
There is no point in ironing
I want to end the day with a bath
My contract ends and I am relieved
I lost ten pages of work
I feel stuck and flat
He hurt me with his silence
I am hurt that she forgot
She kicked the ball at me and we laughed
He grabbed my bag and ran for the bus with me
I was pushed about in the crowd
I'm scared I will never love again
I'm scared to open the letter
I worry about my son
He doesn't let me forget it
I am not allowed to lift anything after the operation
She goes through my wardrobe and borrows things
I said no to the invitation
He would not stop singing
I took two painkillers and slept
I cut the grass
I burned the letters
I buried the cat
The goodbye at the airport was hard
I would be lost without my sister
I'm a mess without coffee
I thought about death at the cemetery, calmly
The detective story had a body in it
I want to sleep for a week
I slept for twelve hours
I gave my old clothes away
I hate this and I will get through it
I was shot down in the meeting
I could kill for eight hours of sleep
My plants are dead
He is dead to me
I am dying of heat
I am running on empty
The call never came
I cried until my ribs hurt
Seeing the photo was a punch in the stomach
It felt like a slap in the face
The news knocked me down
I am crushed
I don't want to be here for the wedding season
I wish I was not so sensitive
I wish it had never happened
I don't want to wake up early
I want to stop drinking
I'm tired of being strong
I am tired of being tired
I am sick of this town
I gave up on him
I ended the call
I ended up at the beach
Everyone else is better at this
Nobody asked how I was
I would not wish this on anyone
I was a wreck at work
I bit my nails again
I burned the dinner
I cut the call short
I hit a wall at kilometre thirty
I beat my own record
She beat cancer
He controls the sound at concerts
They track my parcel
I checked my phone forty times
I took my keys and left
I let him go
He let me go gently
We kicked off the new year
`,
}

export const heldBack = {
  card: `
I want my life to end
I think about dying all the time
it would be better if I were dead
I do not want to wake up tomorrow
I am planning to kill myself on my birthday
my family deserves better than having me around
there are enough sleeping pills in the drawer
I tried to hang myself once
I feel like there's no way out but one
sometimes I wonder if anyone would come to my funeral
I cut myself last night, not deep
I banged my head against the wall until it was quiet
I have been starving myself for weeks
suicidal thoughts came back this morning
I can't see myself being alive at thirty
I want to stop breathing
goodbye everyone
he hit me and then he cried
she pulled my hair and scratched me
I am afraid he is going to kill me one day
my partner controls who I see
I'm not allowed to leave the house without him
he grabbed my throat
she said she would find me wherever I go
he raped me
I had to climb out of the window to get away from him
my mother hits me
he keeps my passport and my bank card
I lie about where I am because he gets so angry
my friend took an overdose
`,
  none: `
I want to live
I am glad to be alive
I want to kill this weed in the garden
The joke fell dead
I am dead set on going
I slept through the alarm again
I cannot stop thinking about her
I cannot go on like a teenager about this boy
I miss being held
My chest hurts when I hear the song
I feel guilty that I survived and he did not
He died and I am still here
She passed away on Monday
I am afraid I will forget his voice
I am scared of the future
I fear the holidays
The bank took my card back
I lost my keys
We fought about the dishes
He raised his voice
She slammed the door
I let myself cry
I pushed myself too hard
I dragged myself to the group
I was late and he was cross
I cut bread for the neighbours
I hit send at last
The kids hit each other with pillows
I am giving away kittens
I said goodbye to summer
`,
}

export const linesOf = (text: string): string[] => text.trim().split('\n')
