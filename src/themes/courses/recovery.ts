import type { WrittenCourse } from '../course.ts'
import { notes } from '../notes.ts'
import { sources } from '../sources.ts'

export const recovery: WrittenCourse = {
  id: 'recovery',
  name: 'In recovery',
  about:
    'For drink, drugs, gambling or another habit, whatever you want of it: less, safer, or none. Nothing is counted.',
  topics: [
    'what-for',
    'triggers',
    'urges',
    'cost-and-gain',
    'early-signs',
    'people-around',
    'routines',
    'slips',
    'repair',
    'balance',
    'helping',
    'what-stays',
  ],
  end: 'You have been through all of it. What was of use is yours to keep, and any session can be done again.',
  sessions: [
    {
      id: 'what-you-live-for',
      name: 'What you live for',
      topics: ['what-for'],
      depth: 'gentle',
      read: {
        text: [
          'A habit can grow until it stands in front of everything else. There were always other things behind it. Some of them are still there.',
          'What carries people in recovery is more than not using. It is also people, places, health, something to do, and something to get up for.',
          'It can be small: a cat, a bike, wanting to know how a story ends. It need not be anything noble.',
          'If nothing comes to you, leave it for another day. If you do not want to live, please talk to somebody now: `hearten help-now`.',
        ],
        source: sources.recoveryCapital,
      },
      prompts: [
        {
          theme: 'growth',
          text: 'What did you care about before the habit took up so much room?',
          deeper: 'Which bit of it could come back first?',
        },
        {
          theme: 'accountability',
          text: 'What would you like to have more room for?',
          deeper: 'What would ten minutes of it look like?',
        },
        {
          theme: 'support',
          text: 'Who or what is glad to have you around? An animal counts.',
          deeper: 'When will you be together next?',
        },
      ],
      step: 'Spend ten minutes on one thing that has nothing to do with the habit',
      person: 'Tell somebody you trust one thing that you are doing this for.',
    },
    {
      id: 'what-sets-it-off',
      name: 'What sets it off',
      topics: ['triggers'],
      depth: 'steady',
      read: {
        text: [
          'Wanting seldom comes from nowhere. It may follow a place, an hour, pay day, a quarrel, a good mood, a certain glass.',
          'None of these makes anybody do anything. Knowing yours gives you a little time.',
          'Some can be left out for a while. Some can be changed: another way home, another chair. Some are only met well in company.',
          'Some are dates. If you name one here, sessions begin gently on that day.',
          'If thinking of them makes the wanting strong, stop reading. `hearten urge` waits with you.',
        ],
        source: sources.recoverySupport,
      },
      exercise: 'day',
      prompts: [
        {
          theme: 'growth',
          text: 'Which places, hours or moods tend to come before the wanting?',
          deeper: 'Which of them can you see coming?',
        },
        {
          theme: 'accountability',
          text: 'Which one of them could you go round or change this week?',
          deeper: 'What would you do in its place?',
        },
        {
          theme: 'support',
          text: 'Who is good to have beside you at such an hour?',
          deeper: 'How could they know that it is one?',
        },
      ],
      step: 'Go another way, or at another hour, past one thing that sets it off',
      person: 'Tell somebody safe about one of them, so that they can plan round it with you.',
    },
    {
      id: 'when-the-wanting-comes',
      name: 'When the wanting comes',
      topics: ['urges'],
      depth: 'gentle',
      hardHours: true,
      read: {
        text: [
          'A wanting builds, stands high for a while, and mostly sinks again, also when nothing is done about it.',
          'So a good part of the work is to let time go by. Another room. Cold water on the hands. A call. Food, if you are hungry.',
          'It helps to have such things ready. What you name here goes into your toolkit. For the moment itself there is `hearten urge`.',
          'Shaking, sweating or seeing things after stopping is something else. It can be dangerous. Please call a doctor or your emergency number at once.',
        ],
        source: sources.recoverySupport,
      },
      exercise: 'comforts',
      prompts: [
        {
          theme: 'growth',
          text: 'What has helped a strong wanting go by, even once?',
          deeper: 'How could you have it close at hand?',
        },
        {
          theme: 'accountability',
          text: 'What will you do in the first two minutes of it?',
          note: notes.stopping,
          deeper: 'What comes next, if that is not possible?',
        },
      ],
      step: 'Put one thing that helps where your hand would go first',
      person: 'Ask one safe person if you may call when it is strong.',
    },
    {
      id: 'what-it-gives-and-takes',
      name: 'What it gives and takes',
      topics: ['cost-and-gain'],
      depth: 'deep',
      read: {
        text: [
          'Every habit gives something, or nobody would keep it. Sleep, ease, company, quiet in the head. It also takes something, and often later.',
          'Nothing has to be decided here. Many people want two things at once, and have reasons for both.',
          'Be fair to what it gives. That part will want doing in some other way.',
          'Stopping alcohol or sleeping pills all at once can be dangerous. If this page makes you want to, ask a doctor first.',
        ],
        source: sources.weighing,
      },
      prompts: [
        {
          theme: 'growth',
          text: 'What does the habit still do for you?',
          deeper: 'What could do a small part of that instead?',
        },
        {
          theme: 'compassion',
          text: 'What does it take that you would like to have back?',
          deeper: 'What would you say to somebody else who had lost that?',
        },
        {
          theme: 'accountability',
          text: 'How would you like it to be, if it were up to you alone?',
          note: notes.stopping,
          deeper: 'What is the smallest part of that?',
        },
      ],
      step: 'Do one thing that gives you a little of what the habit gives',
      person: 'Talk both sides over with somebody who will not push: a friend, a group, a doctor.',
      leaving:
        'Looking at the cost can leave a heavy feeling. It is no verdict on you. If wanting comes up now, there is `hearten urge`. If something darker does, `hearten help-now`.',
    },
    {
      id: 'early-signs',
      name: 'Early signs',
      topics: ['early-signs'],
      depth: 'gentle',
      hardHours: true,
      read: {
        text: [
          'Before a bad night there are often small things, days ahead. Meals left out. Messages not opened. Being short with people. Saying that all is fine.',
          'Nobody sees all of their own. Others may see them sooner, and a word from them can help if you have asked for it.',
          'A sign proves nothing. It is a reason to take a little more care for a day or two.',
          'With `hearten plan` you can keep yours where you find them in a hard hour.',
        ],
        source: sources.recoverySupport,
      },
      prompts: [
        {
          theme: 'growth',
          text: 'What do you notice first when things begin to slide?',
          deeper: 'What usually comes after that?',
        },
        {
          theme: 'accountability',
          text: 'What could you do on the day you notice it?',
          deeper: 'What is the form of it for a very tired day?',
        },
        {
          theme: 'support',
          text: 'Who may tell you when they see a sign?',
          deeper: 'Which words would you like them to use?',
        },
      ],
      step: 'Pick one sign of yours, and one thing to do when it shows',
      person: 'Ask somebody you trust what they notice when you are not well.',
    },
    {
      id: 'people-around-you',
      name: 'The people around you',
      topics: ['people-around'],
      depth: 'gentle',
      read: {
        text: [
          'The people you are with make some things easier and some harder. With some the wanting goes quiet. With some the habit was all there was.',
          'Keeping a distance does not judge anybody. It can be for a while.',
          'Groups help many people. There are those with steps and those without, with faith or none, in rooms and online. For others they are not it, and that is a fair answer.',
          'The map has a place for people who are not safe. Nobody from there is suggested to you.',
          'If hardly any name comes to you, that is common when a habit took up much room. It can change.',
        ],
        source: sources.mutualHelp,
      },
      exercise: 'people',
      prompts: [
        {
          theme: 'support',
          text: 'Who makes it easier to do what you mean to do?',
          deeper: 'How could you be near them a little more?',
        },
        {
          theme: 'accountability',
          text: 'Who would you like some distance from, for now?',
          note: notes.readAlong,
          deeper: 'What could you say, or simply not answer?',
        },
        {
          theme: 'shared',
          text: 'What kind of company that knows this might suit you, if any?',
          deeper: 'What would it take to look in once?',
        },
      ],
      step: 'Save one number that you could call in a hard hour',
      person: 'Call, or sit near, one person who is good for you. A meeting counts.',
    },
    {
      id: 'hours-with-a-shape',
      name: 'Hours with a shape',
      topics: ['routines'],
      depth: 'gentle',
      read: {
        text: [
          'A habit has its hours. When it gets smaller, those hours stand empty, and wanting likes an empty hour.',
          'A routine is a dull thing that holds a day up. Breakfast, a bus, a call at six. One is enough to begin with.',
          'In a study of small routines with food, drink and walking, leaving one out once made little difference. It was not about drink or drugs. Still, a gap in a routine is only a gap.',
        ],
        source: sources.newHabits,
      },
      prompts: [
        {
          theme: 'accountability',
          text: 'Which hour has too little in it now?',
          deeper: 'Which simple thing could live there?',
        },
        {
          theme: 'growth',
          text: 'Which good thing happens in your day almost by itself?',
          deeper: 'What small thing could come right after it?',
        },
        {
          theme: 'support',
          text: 'Who might like a fixed hour with you: a call, a walk, a meal?',
          deeper: 'Which day would suit?',
        },
      ],
      step: 'Do one plain thing at the same hour tomorrow as today',
      person: 'Fix one time a week with a friend, a group or a neighbour.',
    },
    {
      id: 'around-a-slip',
      name: 'Around a slip',
      topics: ['slips'],
      depth: 'steady',
      hardHours: true,
      read: {
        text: [
          'First comes being safe. After a pause the body can bear less, so the old amount can be too much. If you took a lot or feel ill, call your emergency number: `hearten help-now`.',
          'After a slip shame comes quickly, and then a thought: "Now it does not matter any more." That thought can do more harm than the slip.',
          'What you make of it decides more than the slip does. It takes nothing away from what went before, and all you learned is still yours.',
        ],
        source: sources.afterASlip,
      },
      prompts: [
        {
          theme: 'compassion',
          text: 'What do you say to yourself after a slip, or fear that you would?',
          deeper: 'What would somebody on your side say?',
        },
        {
          theme: 'accountability',
          text: 'What would help most in the first hour after one?',
          note: notes.stopping,
          deeper: 'Which part of that can be got ready now?',
        },
        {
          theme: 'growth',
          text: 'If you can bear to look at one slip: what was going on before it?',
          deeper: 'What might help a little sooner, another time?',
        },
      ],
      step: 'Decide who you would tell first, and have one sentence ready',
      person: 'Tell somebody you trust what you would want after a slip: no lecture, only company.',
      leaving: 'If shame is loud now, it is only loud. You can still call somebody kind today.',
    },
    {
      id: 'putting-right',
      name: 'Putting right what can be',
      topics: ['repair'],
      depth: 'deep',
      read: {
        text: [
          'Some things were done, or left undone, while the habit had the say. Wanting to put them right is a good wish. It can also come too early, or to somebody who does not want it.',
          'So this stays on the page. The letter is not sent. Before anything goes out, ask one steady person, and ask yourself who it helps.',
          'Nobody owes you an answer. You do not owe repair to anybody who harms you.',
          'Some repair needs nobody else: a debt paid, a time kept, being honest from today.',
        ],
        source: sources.mutualHelp,
      },
      exercise: 'letter',
      prompts: [
        {
          theme: 'compassion',
          text: 'What weighs on you that you would like to put right?',
          note: notes.readAlong,
          deeper: 'What would you tell a friend who carried the same thing?',
        },
        {
          theme: 'accountability',
          text: 'Which small part of that is in your hands alone?',
          deeper: 'When could you do it?',
        },
        {
          theme: 'support',
          text: 'Who could look at it with you before anything is said?',
        },
      ],
      step: 'Do one small honest thing that nobody has to notice',
      person: 'Talk it over with one steady person first: a sponsor, a counsellor, a friend.',
      leaving:
        'This can bring up shame. It often eases when somebody kind knows. If it turns against you, `hearten help-now` has people to call.',
    },
    {
      id: 'a-week-that-holds',
      name: 'A week that holds',
      topics: ['balance'],
      depth: 'gentle',
      read: {
        text: [
          'A week can tip over because there is too little in it, and also because there is too much. Being tired, hungry, lonely or angry makes wanting louder for many people.',
          'A week that holds has a bit of each: rest, people, work, play, and something for the body. It need not be even.',
          'Throwing yourself into work, or into helping others, can look fine from outside. Some of the week is for you.',
        ],
        source: sources.recoverySupport,
      },
      prompts: [
        {
          theme: 'growth',
          text: 'What is your week short of: rest, people, work, play, fresh air?',
          deeper: 'What has it too much of?',
        },
        {
          theme: 'accountability',
          text: 'What could come out of next week, to make room?',
          deeper: 'Who would need to hear of it?',
        },
        {
          theme: 'compassion',
          text: 'What do you do for no other reason than that you like it?',
          deeper: 'Where in the week could it go?',
        },
      ],
      step: 'Put one hour of rest into the week, and guard it like work',
      person: 'Plan one thing with a friend or a group that is only because you like it.',
    },
    {
      id: 'somebody-newer',
      name: 'Helping somebody newer',
      topics: ['helping'],
      depth: 'steady',
      read: {
        text: [
          'In many groups people say that helping somebody newer helped them too. It puts to use what was hard to learn.',
          'It can be small. Making the tea. Saying "me too". Walking out with somebody who looks lost.',
          'You are not their doctor, and you cannot carry them. If it makes your own wanting stronger, step back and get help yourself.',
          'Not everybody has strength to spare. Leaving this one for later is sensible.',
        ],
        source: sources.mutualHelp,
      },
      prompts: [
        {
          theme: 'shared',
          text: 'What do you know now that would have been good to hear at the start?',
          deeper: 'How would you say it in one line?',
        },
        {
          theme: 'growth',
          text: 'What did somebody do for you that you would like to pass on?',
          deeper: 'Which kind of help would you leave out?',
        },
        {
          theme: 'support',
          text: 'How much can you give just now, and stay well?',
          deeper: 'How will you notice that it is too much?',
        },
      ],
      step: 'Find one true sentence that you could say to somebody newer',
      person: 'Give one small bit of help where it is wanted: in a group, or to a friend.',
    },
    {
      id: 'what-stays',
      name: 'What stays',
      topics: ['what-stays'],
      depth: 'gentle',
      read: {
        text: [
          'A hard stretch leaves things behind. Some are losses. Some are skills: knowing a sign, making a call, sitting out a bad hour.',
          'These stay, also after a bad week. Nothing here goes back to nothing.',
          'Many studies found that people get further with what they want when they look at how it goes. More so when it is written down.',
          'This is no score. Write what is true, even if it is little.',
        ],
        source: sources.progress,
      },
      prompts: [
        {
          theme: 'growth',
          text: 'Which thing that you learned would you never give back?',
          deeper: 'How did you come by it?',
        },
        {
          theme: 'accountability',
          text: 'Which two or three things do you want to keep doing?',
          deeper: 'What could remind you of them on a dull day?',
        },
        {
          theme: 'support',
          text: 'Who do you want at your side from here on?',
          deeper: 'How could they get to know that?',
        },
        {
          theme: 'compassion',
          text: 'What is still hard, and may stay so for now?',
        },
      ],
      step: 'Choose one thing that stays, and do it once this week',
      person: 'Tell somebody who has been kind to you one thing that stays.',
    },
  ],
}
