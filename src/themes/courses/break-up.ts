import type { WrittenCourse } from '../course.ts'
import { notes } from '../notes.ts'
import { sources } from '../sources.ts'

export const breakUp: WrittenCourse = {
  id: 'break-up',
  name: 'After a break-up',
  about: 'What was, what is now, and who is there. Sessions in any order, whenever you like.',
  topics: [
    'where-i-am-now',
    'what-it-does',
    'people-around',
    'comfort',
    'self-care',
    'good-moments',
    'memories',
    'unfinished',
    'anger',
    'bond',
    'contact',
    'hard-hours',
    'new-life',
    'hard-days',
  ],
  end: 'You have been through all of it. Any session can be done again, and none has to be.',
  sessions: [
    {
      id: 'where-you-are',
      name: 'Where you are now',
      topics: ['where-i-am-now'],
      depth: 'steady',
      read: {
        text: [
          'After a break-up, days do not go in a line. A calm morning and a bad evening can share one day. Neither tells the whole story.',
          'In one study, people looked at where they stood a few times over some weeks. They came to see more clearly who they were now. They were also less lonely.',
          'So this session asks for a plain look around. Nothing in it has to be good, and nothing has to be finished.',
        ],
        source: sources.selfAfterBreakUp,
      },
      prompts: [
        {
          theme: 'compassion',
          text: 'If today were weather, what would it be like in there?',
          deeper: 'What would a kind friend say about weather like that?',
        },
        {
          theme: 'growth',
          text: 'Which parts of your days are yours alone again, large or small?',
          deeper: 'Which of them would you like to keep, whatever comes?',
        },
        {
          theme: 'support',
          text: 'Who knows how it really is with you at the moment?',
        },
      ],
      step: 'Put one thing in your room where you like it, and nobody else has to',
      person: 'Tell one person who is good to you what the weather is like today.',
    },
    {
      id: 'what-it-does',
      name: 'What it does to you',
      topics: ['what-it-does'],
      depth: 'gentle',
      read: {
        text: [
          'A break-up can land in the body. Sleep goes, or comes at odd hours. Food tastes of little. Thoughts run the same loop, over and over.',
          'Many people know this, also those who wanted the parting. Relief, anger, love and numbness can share one hour. None of them cancels the others.',
          'Often it comes and goes. A harder day after a better one does not mean that you are back where you began.',
          'If you hardly eat or sleep for days, a doctor is a good person to ask.',
        ],
        source: sources.peerSupport,
      },
      prompts: [
        {
          theme: 'compassion',
          text: 'What has the parting changed in your body: sleep, food, strength?',
          deeper: 'What does your body ask for most just now?',
        },
        {
          theme: 'shared',
          text: 'What about all this did nobody warn you of?',
          deeper: 'Who might nod if you told them?',
        },
        {
          theme: 'growth',
          text: 'When in the day does it loosen a little, if it does?',
          deeper: 'What is around you then?',
        },
      ],
      step: 'Drink a glass of water, slowly, sitting down',
      person: 'Tell a friend one thing that has changed, such as "I sleep badly".',
    },
    {
      id: 'people-around-you',
      name: 'The people around you',
      topics: ['people-around'],
      depth: 'gentle',
      read: {
        text: [
          'A parting moves other people too. Some come closer. Some go quiet, or take a side. Some were friends of you both, and nobody knows yet how that will be.',
          'A map can help. It shows who is close, who is further off, and who is gone. It also has a place for people who are not safe. Nobody from that place is ever suggested to you.',
          'People tend to guess too low how glad others are to hear from them. That was found in studies with more than 5,900 people.',
          'If hardly any name comes to you, that is a fact about now, and no verdict. `hearten help-now` has people who listen.',
        ],
        source: sources.gladToHear,
      },
      exercise: 'people',
      prompts: [
        {
          theme: 'support',
          text: 'Who could hear the true answer to "How are you?"',
          deeper: 'What would make it easier to begin?',
        },
        {
          theme: 'shared',
          text: 'Who has come a little closer since the parting, if anyone has?',
          deeper: 'What do you like about having them nearer?',
        },
      ],
      step: 'Choose one name from the map for a small hello this week',
      person: 'Send a small hello to somebody who is good for you. It can be about anything else.',
    },
    {
      id: 'what-comforts',
      name: 'What comforts',
      topics: ['comfort'],
      depth: 'gentle',
      read: {
        text: [
          'Comfort after a parting is often small: a blanket, a bath, a film you know by heart. It does not have to fix anything. It makes one hour easier to be in.',
          'A small study looked at people who were upset about a break-up. Thinking of other things made them feel better for the moment. It left their love as it was.',
          'Thinking of what was bad about the other person lessened the love. It also made them feel worse. Both are yours to use or to leave.',
        ],
        source: sources.distraction,
      },
      exercise: 'comforts',
      prompts: [
        {
          theme: 'growth',
          text: 'What has taken your mind off it lately, even for ten minutes?',
          deeper: 'Could it be kept ready for the hour when you need it most?',
        },
        {
          theme: 'support',
          text: 'Who is good company for something quite different?',
          deeper: 'What might the two of you do?',
        },
      ],
      step: 'Lay one comforting thing within reach for the next hard hour',
      person: 'Ask a friend to do something ordinary with you, with no talk about the parting.',
    },
    {
      id: 'looking-after-yourself',
      name: 'Looking after yourself',
      topics: ['self-care'],
      depth: 'gentle',
      read: {
        text: [
          'When a shared life comes apart, looking after yourself is often the first thing to go.',
          'It need not be much. Something to drink, some light, a fresh shirt. One bill, one load of washing. On some days one of these is the whole plan.',
          'In therapy for low mood, planning small activities helps. Whether a question on a screen does, nobody knows. Ten minutes of something small cost little to try.',
        ],
        source: sources.smallActivity,
      },
      prompts: [
        {
          theme: 'accountability',
          text: 'Which thing that keeps you going has become hard: food, sleep, light, order?',
          deeper: 'What is its smallest form for tomorrow?',
        },
        {
          theme: 'compassion',
          text: 'If a friend were as tired as you are, what would you see to first?',
          deeper: 'Which bit of that can you do for yourself today?',
        },
        {
          theme: 'support',
          text: 'Which everyday job could somebody take off you for a week?',
          deeper: 'Who might not mind being asked?',
        },
      ],
      step: 'Spend five minutes in daylight or by a lamp, with something to drink',
      person: 'Ask somebody kind to remind you of one small thing this week, such as lunch.',
    },
    {
      id: 'easier-minutes',
      name: 'Easier minutes',
      topics: ['good-moments'],
      depth: 'steady',
      read: {
        text: [
          'In bad weeks easier minutes come too. A dog in the street, a song, a joke at the wrong moment. They take nothing away from what hurts.',
          'This session looks at minutes of these days, and only at those. Happy memories of the two of you are not asked for.',
          'In a study with 128 people, good memories could turn sour when somebody looked at them in a low mood. So if today is low, let this one wait. It keeps.',
        ],
        source: sources.goodMemories,
      },
      prompts: [
        {
          theme: 'growth',
          text: 'Which minute of these days was a little easier than the rest?',
          deeper: 'What was around you: light, sounds, people?',
        },
        {
          theme: 'shared',
          text: 'What made you smile lately, even if you did not mean to?',
          deeper: 'Who would have liked it too?',
        },
        {
          theme: 'compassion',
          text: 'How is it for you when something is good in the middle of this?',
          deeper: 'What would you tell a friend who felt odd about it?',
        },
      ],
      step: 'Do one pleasant thing for ten minutes, and notice one detail of it',
      person: 'Tell a friend about one easier minute. That can be the whole message.',
    },
    {
      id: 'a-memory',
      name: 'A memory that comes back',
      topics: ['memories'],
      depth: 'deep',
      read: {
        text: [
          'Some memories come whether they are called or not. Writing about one is a way to look at it once, with the light on.',
          'Writing is no cure, though. Some people who had newly parted and searched for a meaning were worse off for months after it.',
          'So this session asks what happened and how it was. It does not ask why. Choose a memory that you can bear, and stop at any word.',
          'If you were hurt or afraid with this person, you can leave this one out. `hearten help-now` has people to talk to.',
        ],
        source: sources.limitsOfMeaning,
      },
      prompts: [
        {
          theme: 'compassion',
          text: 'Which memory keeps coming back? Tell it plainly, as far as you like.',
          note: notes.readAlong,
          deeper: 'What did you need in that moment?',
        },
        {
          theme: 'growth',
          text: 'What would somebody who cares about you have seen from the doorway?',
          deeper: 'What might they have wanted to say?',
        },
        {
          theme: 'support',
          text: 'Who or what can be with you after this page?',
        },
      ],
      step: 'Go to another room, or only to another chair, for five minutes',
      person: 'Be near somebody safe today, or hear one voice. The memory need not come up.',
      leaving:
        'Feeling heavier right after such a page is common. If it stays heavy, please tell somebody: `hearten help-now` has people to call.',
    },
    {
      id: 'a-letter-not-sent',
      name: 'A letter that is not sent',
      topics: ['unfinished', 'anger'],
      depth: 'deep',
      read: {
        text: [
          'Partings rarely end with everything said. There may be thanks, questions, anger, or one sentence that came too late.',
          'This letter is for the page alone. It is not for sending, and nobody has to read it. You can keep it or let it go.',
          'Anger is welcome in it. So is love, and so are bare facts. It can also go to somebody else: a friend who took sides, a family you lost, or you.',
          'If somebody may look at this screen, say it in your head instead.',
        ],
        source: sources.reflecting,
      },
      exercise: 'letter',
      prompts: [
        {
          theme: 'compassion',
          text: 'What was left unsaid, if anything was?',
          note: notes.afraid,
          deeper: 'Which part of it do you most need to hear said, if only by you?',
        },
        {
          theme: 'accountability',
          text: 'Which question may stay without an answer for now?',
          deeper: 'What could help on days when it gets loud?',
        },
      ],
      step: 'Wash your hands or your face with warm water, and let the words rest',
      person: 'Tell somebody you trust that you wrote something hard. They need not know what.',
      leaving:
        'A dip right after such a letter is common. Nothing in it has to go anywhere. If it stays heavy, `hearten help-now` has people to call.',
    },
    {
      id: 'their-place-now',
      name: 'Their place now',
      topics: ['bond', 'contact'],
      depth: 'steady',
      read: {
        text: [
          'Somebody who was at the centre now has some other place. A stranger, a co-parent, a colleague, a memory: all of these happen.',
          'You can decide about your side of it: what you answer, what you look at, what you keep. No contact is a whole answer.',
          'Some ties cannot simply be cut, such as children, a lease or a shared office. They can be kept to what is needed.',
          'If they frighten you, or do not take no for an answer, please talk to people who know this. `hearten help-now` lists some.',
        ],
        source: sources.safety,
      },
      prompts: [
        {
          theme: 'growth',
          text: 'What place does this person have in your days now?',
          deeper: 'What place would be good for you?',
        },
        {
          theme: 'accountability',
          text: 'What is still tied between you, such as things, money, a home or children?',
          note: notes.afraid,
          deeper: 'Which of these could go through somebody else?',
        },
        {
          theme: 'support',
          text: 'Who could help you keep the distance you want?',
          deeper: 'What could they do, or ask you?',
        },
      ],
      step: 'Mute one thing that brings news of them, if that is safe to do',
      person: 'Talk one practical tie over with a friend, or with an adviser you trust.',
    },
    {
      id: 'hand-to-the-phone',
      name: 'When your hand goes to the phone',
      topics: ['contact', 'hard-hours'],
      depth: 'gentle',
      hardHours: true,
      read: {
        text: [
          'Wanting to write to them, or to look them up, is common after a parting. It can come when you are tired, alone, or stung by some news.',
          'Wanting is not doing. It often rises and falls again, also when nothing is done about it.',
          'A plan with "if" and "then" is carried out more often than a bare intention. So it may help to choose a small "then" before the hour comes.',
          'For the moment itself there is `hearten urge`. It waits with you.',
        ],
        source: sources.ifThen,
      },
      prompts: [
        {
          theme: 'growth',
          text: 'When does the wish to write or to look usually come?',
          deeper: 'What has mostly happened just before?',
        },
        {
          theme: 'compassion',
          text: 'What does that wish want: an answer, comfort, to be missed, something else?',
          deeper: 'Where else could a little of that come from?',
        },
        {
          theme: 'accountability',
          text: 'Finish the line: "If I reach for the phone, then first I..."',
          deeper: 'What would make that first thing easy to do?',
        },
      ],
      step: 'Leave the phone in another room for half an hour, if you can spare it',
      person: 'Ask a friend if your messages may go to them instead, when the wish comes.',
    },
    {
      id: 'to-your-own-taste',
      name: 'To your own taste',
      topics: ['new-life'],
      depth: 'steady',
      read: {
        text: [
          '"A new life" is a large word. Mostly it begins with a shelf, a Sunday, a way home.',
          'It may feel like loss for a long time. You can try something and still miss what was.',
          'In studies, people who pictured a good self ahead had more good feelings for a while. Little is known about how long. So the picture here is small and near: one decent day.',
        ],
        source: sources.bestSelf,
      },
      prompts: [
        {
          theme: 'accountability',
          text: 'Picture one decent day next week, made to your own taste. What is in it?',
          deeper: 'Which piece of it is nearly there already?',
        },
        {
          theme: 'growth',
          text: 'What did you like, before the two of you, that could come back?',
          deeper: 'How would you begin with it again?',
        },
        {
          theme: 'shared',
          text: 'Who do you know who once had to arrange life anew?',
          deeper: 'What did they begin with, as far as you know?',
        },
      ],
      step: 'Change one small thing about your evening so that it suits you',
      person: 'Ask somebody kind to come along to one thing you would like to try.',
    },
    {
      id: 'a-hard-day',
      name: 'A day that will be hard',
      topics: ['hard-days'],
      depth: 'gentle',
      hardHours: true,
      read: {
        text: [
          'Some days stay marked: a birthday, a holiday, the day you met, the day it ended. They can weigh on you before you know why.',
          'Many people find it easier when a little is decided beforehand: the place, the company, what is left out. The plan may be to treat it as any other day.',
          'If somebody might turn up or write on that day, and you do not want it, plan for that too.',
          'A day you name here is remembered. Sessions begin gently on it.',
        ],
        source: sources.peerSupport,
      },
      exercise: 'day',
      prompts: [
        {
          theme: 'accountability',
          text: 'Which hour of that day will ask the most of you?',
          deeper: 'What could stand in that hour?',
        },
        {
          theme: 'support',
          text: 'Who could know what day it is?',
          deeper: 'What would you like from them: a call, a visit, or silence?',
        },
      ],
      step: 'Choose one thing for that day that is only for you',
      person: 'Tell a friend the date, and that it may be a hard one.',
    },
  ],
}
