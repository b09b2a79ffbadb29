import type { WrittenCourse } from '../course.ts'
import { notes } from '../notes.ts'
import { sources } from '../sources.ts'

export const loss: WrittenCourse = {
  id: 'loss',
  name: 'After a loss',
  about:
    'For the loss of a person, a baby or an animal, whatever lay between you. Sessions in any order, at any pace.',
  topics: [
    'where-i-am-now',
    'what-it-does',
    'people-around',
    'what-others-say',
    'comfort',
    'self-care',
    'tasks',
    'good-moments',
    'memories',
    'unfinished',
    'bond',
    'new-life',
    'hard-days',
    'guilt',
  ],
  end: 'You have been through all of it. Grief keeps its own time, and any session is here again when you want it.',
  sessions: [
    {
      id: 'where-you-are',
      name: 'Where you are with it',
      topics: ['where-i-am-now'],
      depth: 'gentle',
      read: {
        text: [
          'There is no timetable for this. On some days the loss is in every room. On others it is gone for an hour, and then it is back.',
          'In one study, writing did not make grief go by faster. It is not meant to here. A page can hold some of it for a while, and no more than that.',
          'This session looks at today. You can leave any question, and "I do not know" is an answer.',
        ],
        source: sources.griefPace,
      },
      prompts: [
        {
          theme: 'compassion',
          text: 'How near is the loss today?',
          deeper: 'What would make the next hour easier to be in?',
        },
        {
          theme: 'growth',
          text: 'Which parts of a day can you manage at present?',
          deeper: 'Which part is too much for now?',
        },
        {
          theme: 'support',
          text: 'Who or what has stayed near you since it happened?',
          deeper: 'What do they do, or leave alone, that suits you?',
        },
      ],
      step: 'Sit somewhere soft for five minutes, with nothing to do',
      person: 'Tell somebody you trust how near it is today: near, far, or in between.',
    },
    {
      id: 'what-grief-does',
      name: 'What grief does',
      topics: ['what-it-does'],
      depth: 'gentle',
      read: {
        text: [
          'Grief is more than being sad. It can be tired legs, a tight throat, forgetting why you came into a room. It can be anger, relief, or nothing at all.',
          'People who lost somebody often speak of waves. A smell or a song can bring one on. So can an ordinary shop.',
          'Some hear a step or a voice for a second. Many people in grief know that.',
          'Pain in the chest needs a doctor at once. Days without sleep are for a doctor too.',
        ],
        source: sources.griefSupport,
      },
      prompts: [
        {
          theme: 'compassion',
          text: 'What has grief done to your body and your head lately?',
          deeper: 'Which of it would you like a doctor or a friend to know?',
        },
        {
          theme: 'shared',
          text: 'Which feeling did you not expect to have?',
          deeper: 'Who might know that one too?',
        },
        {
          theme: 'growth',
          text: 'What tends to bring a wave on?',
          deeper: 'What do you do until it has gone by?',
        },
      ],
      step: 'Drink something warm, and let your shoulders drop',
      person: 'Ask somebody kind, who also lost someone, what it did to them.',
    },
    {
      id: 'people-around-you',
      name: 'The people around you',
      topics: ['people-around', 'what-others-say'],
      depth: 'gentle',
      read: {
        text: [
          'After a loss some people bring soup. Some say the wrong thing. Some cross the road, for fear of saying it.',
          'Many would help if they knew how. One sentence can show them: "I would like company, and no advice." Or: "Please say the name."',
          'A map can show who listens and who helps with hands. Few people do both. It has a place for those who are gone, and one for people who are not safe. Nobody from there is suggested to you.',
          'If hardly any name comes to you, that is a fact about now, and no verdict. `hearten help-now` has people who listen.',
        ],
        source: sources.griefSupport,
      },
      exercise: 'people',
      prompts: [
        {
          theme: 'support',
          text: 'What would help more just now: somebody who listens, or somebody who carries bags?',
          deeper: 'Who on your map is good at that?',
        },
        {
          theme: 'shared',
          text: 'Who else knew the one you lost, if anyone did?',
          deeper: 'Would you like to hear what they remember?',
        },
        {
          theme: 'compassion',
          text: 'Which words have been no comfort at all?',
          deeper: 'What would have been better: other words, or none?',
        },
      ],
      step: 'Choose one sentence that tells people what helps, and keep it ready',
      person: 'Let one safe person do one practical thing for you this week.',
    },
    {
      id: 'what-comforts',
      name: 'What comforts',
      topics: ['comfort'],
      depth: 'gentle',
      read: {
        text: [
          'Comfort after a loss can feel wrong, as if it came too early. It takes nothing away from whoever is gone.',
          'It is often plain, and for the senses. Something warm, something soft, a voice on the radio, a walk you know.',
          'Some comforts help for an hour and cost a lot the next day. You know best which those are for you.',
          'What you name here goes into your toolkit, for hours in which it is hard to think.',
        ],
        source: sources.grounding,
      },
      exercise: 'comforts',
      prompts: [
        {
          theme: 'compassion',
          text: 'What has been bearable lately: a place, a sound, a thing in your hands?',
          deeper: 'When could you have it again?',
        },
        {
          theme: 'support',
          text: 'Whose presence eases things, even without a word?',
          deeper: 'How might you be near them for a while?',
        },
      ],
      step: 'Use one comfort for ten minutes, with no need to have earned it',
      person: 'Ask a friend what comforted them in a hard time.',
    },
    {
      id: 'looking-after-yourself',
      name: 'Food, sleep and papers',
      topics: ['self-care', 'tasks'],
      depth: 'gentle',
      read: {
        text: [
          'A loss can bring work: calls, papers, things to clear. It comes when there is least strength for it.',
          'Meals and sleep often give way first. They can be simple now. Toast is a meal. Lying down is rest, asleep or not.',
          'Nearly all of the work can be cut into pieces. Many pieces can wait, or be shared. What cannot wait fits on a short list, and somebody can help you make it.',
          'If money or your home is in doubt now, ask early. There are offices and charities for that.',
        ],
        source: sources.smallSteps,
      },
      prompts: [
        {
          theme: 'accountability',
          text: 'Which one task will not wait, if there is one?',
          deeper: 'What are its first ten minutes?',
        },
        {
          theme: 'compassion',
          text: 'What does your body get too little of these days?',
          deeper: 'What is the plainest way to give it some?',
        },
        {
          theme: 'support',
          text: 'What would be easier with somebody beside you?',
          deeper: 'What exactly would you ask for?',
        },
      ],
      step: 'Have one plain thing to eat or drink before the next task',
      person: 'Ask a friend to sit with you through one task. You do not have to talk.',
    },
    {
      id: 'lighter-moments',
      name: 'Lighter moments',
      topics: ['good-moments'],
      depth: 'steady',
      read: {
        text: [
          'People in grief laugh, too, now and then on the hardest of days. It does not mean that the loss is small.',
          'Guilt may come along with a lighter moment. There is room for both.',
          'Old happy memories are another matter. In a study with 128 people, good memories could turn sour when somebody looked at them in a low mood. So this session stays with these days. If today is low, leave it for another.',
        ],
        source: sources.goodMemories,
      },
      prompts: [
        {
          theme: 'growth',
          text: 'When did you breathe a little easier lately, even for a minute?',
          deeper: 'What had made room for it?',
        },
        {
          theme: 'compassion',
          text: 'What do you tell yourself when something is good for a moment?',
          deeper: 'What would be a fair thing to say instead?',
        },
        {
          theme: 'shared',
          text: 'Who can you be light with, without having to hide the rest?',
          deeper: 'What do you do together?',
        },
      ],
      step: 'Let one good thing last a minute longer: a sip, a view, a tune',
      person: 'Tell a friend about one lighter moment, so that it was said aloud once.',
    },
    {
      id: 'a-memory',
      name: 'A moment you go back to',
      topics: ['memories'],
      depth: 'deep',
      read: {
        text: [
          'There may be a moment you go back to: a call, a room, a last look. There may be others from long before.',
          'Writing does not hurry grief, as one study found. Some people write all the same, because it wants to be told.',
          'You choose the moment, and how near you go. You can begin at the edges: the weather, the shoes, the light. You can stop in the middle of a word.',
          'If what you saw keeps coming back like a film, leave this page. A doctor or a counsellor knows how to help with that.',
        ],
        source: sources.griefPace,
      },
      prompts: [
        {
          theme: 'compassion',
          text: 'Which moment would you like to tell, or to come near to?',
          note: notes.safeFirst,
          deeper: 'What was it like to be you, right then?',
        },
        {
          theme: 'growth',
          text: 'Is there a part of it that you want to keep?',
          deeper: 'Which part may grow dim?',
        },
        {
          theme: 'support',
          text: 'Who could hear this one day, if you wanted it heard?',
          deeper: 'What would you want from them while you tell it?',
        },
      ],
      step: 'Look round the room slowly, and name five things that are there now',
      person: 'Be with somebody safe for a while after this, in a room or on the phone.',
      leaving:
        'Feeling heavier right after such a page is common. If it stays heavy, please tell somebody: `hearten help-now` has people to call.',
    },
    {
      id: 'a-letter-not-sent',
      name: 'What was not said',
      topics: ['unfinished'],
      depth: 'deep',
      read: {
        text: [
          'A loss cuts things off in the middle. A quarrel may be open, a thank-you unsaid, a question that nobody else can answer.',
          'A letter can say some of it. It can be to the one you lost, to somebody who was there, or to nobody by name. One line is a letter.',
          'It does not have to be loving. People also leave anger behind, and harm, and relief. All of it may stand in a letter that nobody else reads.',
          'In the end you keep it or let it go. Both are fine.',
        ],
        source: sources.griefSupport,
      },
      exercise: 'letter',
      prompts: [
        {
          theme: 'compassion',
          text: 'What would you have liked to say, if there had been time?',
          note: notes.safeFirst,
          deeper: 'What would you have liked to hear?',
        },
        {
          theme: 'accountability',
          text: 'What is not yours to settle any more?',
          deeper: 'Who could help you put it down?',
        },
      ],
      step: 'Hold something warm for a minute, and let the words rest',
      person: 'Tell somebody you trust that there are things you never got to say.',
      leaving:
        'A dip right after such a letter is common. If it turns into more than a dip, `hearten help-now` has people to call.',
    },
    {
      id: 'still-between-you',
      name: 'What is still between you',
      topics: ['bond'],
      depth: 'steady',
      read: {
        text: [
          'People who work with the bereaved often say that a bond does not end. It changes.',
          'Some talk to the one they lost. Some wear the watch, cook the dish, or do a thing the way they were shown. Some keep nothing, and have good reasons.',
          'If this person did you harm, you owe them no place at all. You decide what stays, and you may change your mind.',
        ],
        source: sources.griefSupport,
      },
      prompts: [
        {
          theme: 'growth',
          text: 'What do you do in their way, on purpose or not?',
          deeper: 'Is it something you like to have from them?',
        },
        {
          theme: 'compassion',
          text: 'Which thing, tune or corner still belongs to the two of you?',
          deeper: 'How is it to come upon it now?',
        },
        {
          theme: 'shared',
          text: 'Whose way of remembering somebody do you like?',
          deeper: 'Which piece of it could you borrow?',
        },
      ],
      step: 'Give one thing of theirs a place, in sight or in a box',
      person: 'Tell a friend one small story about the one you lost, or ask for one.',
    },
    {
      id: 'around-the-gap',
      name: 'Life around the gap',
      topics: ['new-life', 'tasks'],
      depth: 'steady',
      read: {
        text: [
          'Going on is no betrayal. It is no duty with a date on it, either.',
          'Some things may now fall to you, or to nobody: the driving, the jokes, the walk that got you out. A life around the gap often begins there, with small repairs.',
          'You can try a thing and stop. You can like it, and still wish that you did not need it.',
        ],
        source: sources.griefSupport,
      },
      prompts: [
        {
          theme: 'accountability',
          text: 'What did they bring into your days that nobody brings now?',
          deeper: 'Which bit of it could be had in another way, or shared?',
        },
        {
          theme: 'growth',
          text: 'What is as it was before, and still good to have?',
          deeper: 'How could you lean on it a little more?',
        },
        {
          theme: 'support',
          text: 'Who would you like to see more of in the coming weeks?',
          deeper: 'What could you do with them that takes little strength?',
        },
      ],
      step: 'Try one small thing in your own way today',
      person: 'Ask a neighbour or a friend to show you something you now have to do alone.',
    },
    {
      id: 'a-hard-day',
      name: 'A day that will be hard',
      topics: ['hard-days'],
      depth: 'gentle',
      hardHours: true,
      read: {
        text: [
          'Birthdays, holidays, the day itself: a date can hurt long before it comes. For many people the days ahead of it are the harder ones.',
          'It can help to choose a little: the place, the company, how long. You can mark the day, or do the shopping as on any other. You can change your mind in the morning.',
          'Others may want to spend it differently. There is room for more than one way.',
          'A day you name here is remembered. Sessions begin gently on it.',
        ],
        source: sources.griefSupport,
      },
      exercise: 'day',
      prompts: [
        {
          theme: 'accountability',
          text: 'What would make that day a little easier to get through?',
          deeper: 'What would you rather not do on it?',
        },
        {
          theme: 'support',
          text: 'Who could be with you, or within call?',
          deeper: 'When will you let them know?',
        },
      ],
      step: 'Decide one thing about the day: the place, the company, or how it ends',
      person: 'Let a friend know the date, so that you need not explain it on the day.',
    },
    {
      id: 'if-only',
      name: 'If only',
      topics: ['guilt'],
      depth: 'deep',
      read: {
        text: [
          'Most people in grief know the words "if only". If only I had called, gone, seen it, said it.',
          'The mind looks back with what it knows now. On the day you knew less. That is true even where something went wrong.',
          'In a study, people who wrote kindly to themselves about something bad felt less bad about it. They still saw their own part.',
          'After a suicide these words can be very loud. There are groups of people who were left in this way. They know them too.',
        ],
        source: sources.kindWriting,
      },
      prompts: [
        {
          theme: 'compassion',
          text: 'Which "if only" is the loudest?',
          note: notes.safeFirst,
          deeper: 'What could you not have known then?',
        },
        {
          theme: 'growth',
          text: 'What did you do for them, or try to do?',
          deeper: 'Who saw it?',
        },
        {
          theme: 'shared',
          text: 'What would you answer somebody else who had this very thought?',
          deeper: 'Which word of it could be meant for you too?',
        },
      ],
      step: 'Say once, aloud or not: "I know now what I did not know then"',
      person: 'Say your "if only" to somebody kind who will not argue: a friend, a group, a line.',
      leaving:
        'Feeling heavier after this is common. If it tells you that you do not deserve to live, please call somebody now: `hearten help-now`.',
    },
  ],
}
