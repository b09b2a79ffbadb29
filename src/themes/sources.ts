/**
 * What a prompt, tool or exercise may be said to rest on. Studies are named by author and year;
 * everything else is called a practice. Most effects are small and come from other settings than
 * a journal, so nothing here promises a benefit.
 */
export const sources = {
  naming: 'Naming feelings: Torre & Lieberman 2018',
  steppingBack: 'Stepping back: Kross & Ayduk 2008',
  selfTalk: 'Speaking to oneself by name: Kross 2014',
  timeDistance: 'Seeing it from later: Bruehlman-Senecal & Ayduk 2015',
  selfCompassion: 'Self-compassion: Neff 2003; trials pooled by Ferrari 2019',
  kindWriting: 'Self-compassion in writing: Leary 2007',
  writing: 'Expressive writing, a small average effect: Frattaroli 2006',
  selfAfterBreakUp: 'Check-ins after a break-up: Larson & Sbarra 2015',
  laterStories: 'Stories of growth, later and not at first: Slotter & Ward 2015',
  limitsOfMeaning: 'Limits of searching for meaning: Sbarra 2013',
  griefPace: 'Writing does not hurry grief: Stroebe 2005',
  ifThen: 'If-then plans: Gollwitzer & Sheeran 2006',
  progress: 'Looking at progress: Harkin 2016',
  gratitude: 'Gratitude, a small effect: Cregg & Cheavens 2021',
  bestSelf: 'Picturing a good self: Carrillo 2019',
  recoveryCapital: 'Recovery capital: Best & Laudet 2010',
  recoverySupport: 'Practice of recovery support',
  mutualHelp: 'Practice of mutual-help groups',
  peerSupport: 'Practice of peer support',
  griefSupport: 'Practice of grief support',
  loneliness: 'Loneliness and what we expect of others: Masi 2011',
  gladToHear: 'How glad people are to hear from us: Liu 2023',
  savouring: 'Savouring: Bryant & Veroff 2007',
  goodNews: 'Telling good news: Gable 2004',
  smallActivity: 'Small activity: Ekers 2014',
  afterASlip: 'After a slip: Marlatt & Gordon 1985',
  safety: 'Safety, choice and trust: SAMHSA principles',
  stoppingSafely: 'Advice on stopping safely: Drinkaware',
  grounding: 'Practice of grounding',
  reflecting: 'Practice of reflective writing',
  smallSteps: 'Practice of planning small steps',
  weighing: 'Practice of weighing a change',
} as const
