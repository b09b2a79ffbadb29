import type { WrittenCourse } from '../course.ts'
import { notes } from '../notes.ts'
import { sources } from '../sources.ts'

export const kindness: WrittenCourse = {
  id: 'kindness',
  name: 'A fortnight of kindness',
  about: 'Fourteen short sessions on being on your own side. Where kind is too much, fair will do.',
  topics: [
    'a-friends-voice',
    'the-harsh-voice',
    'fairness',
    'the-body',
    'not-only-you',
    'letters',
    'anger',
    'room-of-your-own',
    'being-given',
    'rest',
    'earlier-you',
    'words-to-keep',
    'giving',
  ],
  apart: { from: 1, to: 2 },
  end: 'Those were the fourteen. Keep what did you good and leave the rest. Each is here again when you like.',
  sessions: [
    {
      id: 'a-friends-voice',
      name: "A friend's voice",
      topics: ['a-friends-voice'],
      depth: 'gentle',
      read: {
        text: [
          'Many people speak to a friend in one voice, and to themselves in another.',
          'In a study, people who wrote kindly to themselves about something bad felt less bad about it. They still saw their own part.',
          'You need not believe the kind words. Borrowing them for a minute is enough.',
        ],
        source: sources.kindWriting,
      },
      prompts: [
        {
          theme: 'compassion',
          text: 'A friend is going through just what you are. What do you say to them first?',
          deeper: 'Which of those words could you borrow?',
        },
        {
          theme: 'support',
          text: 'Whose way of talking does you good when things are bad?',
          deeper: 'What do they say, or leave out?',
        },
      ],
      step: 'Say one of those sentences to yourself, under your breath',
      person: 'Send one kind sentence to a friend, about anything.',
    },
    {
      id: 'fair-is-enough',
      name: 'Fair is enough',
      topics: ['fairness'],
      depth: 'gentle',
      read: {
        text: [
          'Kindness can be hard to take. Some people had to pay for it, or were hurt by somebody who called it that.',
          'So nothing here asks you to love yourself. A fair report will do: what there was to deal with, and what you had to do it with.',
        ],
        source: sources.safety,
      },
      prompts: [
        {
          theme: 'compassion',
          text: 'What did you have to deal with this week? Facts only.',
          deeper: 'What would a fair stranger add to the list?',
        },
        {
          theme: 'accountability',
          text: 'Which part of it did you handle well enough?',
          deeper: 'What did you use for it?',
        },
      ],
      step: 'Do one useful thing for yourself, as you would for a guest',
      person: 'Ask somebody who is straight with you, and safe, how they see your week.',
    },
    {
      id: 'not-words',
      name: 'Kindness without words',
      topics: ['the-body'],
      depth: 'gentle',
      read: {
        text: [
          'Kindness need not be words. It can be socks, a mug, a chair with a back, a shower as long as you like.',
          'For some people the body is no good place to be. Then choose something outside it: a colour, a sound, a tree.',
          'What you name here goes into your toolkit.',
        ],
        source: sources.grounding,
      },
      exercise: 'comforts',
      prompts: [
        {
          theme: 'compassion',
          text: 'What would be pleasant to touch, see or hear just now?',
          deeper: 'How much of it is within reach?',
        },
      ],
      step: 'Warm or cool your hands for one minute',
      person: 'Sit for a while near somebody safe, or near an animal that likes you.',
    },
    {
      id: 'the-harsh-voice',
      name: 'The harsh voice',
      topics: ['the-harsh-voice'],
      depth: 'deep',
      read: {
        text: [
          'Many people have a voice inside that finds fault. It may sound like somebody from long ago.',
          'Often it means to protect you: from shame, or from being laughed at. That does not make it right.',
          'Being kind to oneself has been tried in many studies. On average people felt less low after it, though nobody is sure by how much.',
          'If the voice tells you to hurt yourself, please do not stay alone with it: `hearten help-now`.',
        ],
        source: sources.selfCompassion,
      },
      prompts: [
        {
          theme: 'compassion',
          text: 'What does the harsh voice say most often?',
          note: notes.safeFirst,
          deeper: 'How would somebody fair put the same thing?',
        },
        {
          theme: 'growth',
          text: 'What might that voice be trying to prevent?',
          deeper: 'What would do that job better?',
        },
      ],
      step: 'When it speaks again, answer once: "I heard you"',
      person: 'Ask a friend whether they know such a voice.',
      leaving:
        'The voice may be louder for a while after this. That is common, and does not make it right. If it will not stop, `hearten help-now` has people to call.',
    },
    {
      id: 'not-only-you',
      name: 'Not only you',
      topics: ['not-only-you'],
      depth: 'gentle',
      read: {
        text: [
          'When something hurts or goes wrong, others seem to manage. Mostly we see their outside, and our own inside.',
          'Those who study kindness to oneself count this as a part of it: hard times belong to being human. That makes yours no smaller.',
        ],
        source: sources.selfCompassion,
      },
      prompts: [
        {
          theme: 'shared',
          text: 'What do you go through that other people surely know as well?',
          deeper: 'What would you like to ask one of them?',
        },
        {
          theme: 'compassion',
          text: 'What makes it look as if others had it easier?',
          deeper: 'What of theirs can you not see?',
        },
      ],
      step: 'Think of three people who may have a hard day too, and wish them well',
      person: 'Tell a friend one thing that is hard. It may bring out one of theirs.',
    },
    {
      id: 'a-letter-to-yourself',
      name: 'A letter to yourself',
      topics: ['letters'],
      depth: 'steady',
      read: {
        text: [
          'A letter to yourself can begin like any other, with your name.',
          'It can say what is hard, no bigger and no smaller than it is. It can say that others would find it hard as well. It can ask what you need.',
          'If kind is too much, write as a decent stranger would. One line is a letter. You can keep it or let it go.',
        ],
        source: sources.kindWriting,
      },
      exercise: 'letter',
      prompts: [
        {
          theme: 'compassion',
          text: 'What would do you good to be told just now?',
          deeper: 'How would it have to be said, so that you could hear it?',
        },
      ],
      step: 'Call yourself by your first name once today, in a friendly way',
      person: 'Tell somebody you trust one line of it, or only that you wrote it.',
    },
    {
      id: 'rest-unearned',
      name: 'Rest that is not earned',
      topics: ['rest'],
      depth: 'gentle',
      read: {
        text: [
          'Rest is often put off until everything is done. That day seldom comes.',
          'Being sad, ill or in a struggle takes strength, also on days when nothing shows for it.',
          'Five minutes count. So does lying awake with your eyes shut, or leaving one thing undone on purpose.',
        ],
        source: sources.smallSteps,
      },
      prompts: [
        {
          theme: 'compassion',
          text: 'What has used up your strength lately, seen or unseen?',
          deeper: 'What would you tell somebody as tired as that?',
        },
        {
          theme: 'accountability',
          text: 'Where is there room for a pause, today or tomorrow?',
          deeper: 'What could wait for that long?',
        },
      ],
      step: 'Lie or sit down for five minutes before anything is finished',
      person: 'Tell somebody kind that you are resting, with no reason given.',
    },
    {
      id: 'a-letter-from-somebody',
      name: 'A letter from somebody kind',
      topics: ['letters'],
      depth: 'steady',
      read: {
        text: [
          'Somebody who wishes you well writes you a letter. It can be a person, a figure from a book, an old tree, or nobody you could name.',
          'Choose somebody you never had to be afraid of.',
          'The letter can be short and dry. They have seen your weeks, and your faults do not worry them. You write it for them.',
        ],
        source: sources.kindWriting,
      },
      exercise: 'letter',
      prompts: [
        {
          theme: 'support',
          text: 'Who would you like such a letter from?',
          deeper: 'What do they know about you that you tend to forget?',
        },
        {
          theme: 'compassion',
          text: 'Which kind sentence do you find hardest to believe?',
          deeper: 'What would make it a little easier to believe?',
        },
      ],
      step: 'Do one small thing that the one who wrote would like to see',
      person: 'Spend ten minutes near somebody who wishes you well.',
      leaving: 'Such a letter can bring tears. They need no reason.',
    },
    {
      id: 'anger-that-protects',
      name: 'Anger that protects',
      topics: ['anger'],
      depth: 'deep',
      read: {
        text: [
          'Anger often stands in front of something: a wound, a limit, somebody you love. It may be saying that something was not all right.',
          'Kindness is not always soft. Sometimes it says no, or leaves, or tells somebody.',
          'Anger can be heard first, and acted on later, or not.',
          'If somebody is hurting you, being calmer is not your task. `hearten help-now` has people to talk to.',
        ],
        source: sources.safety,
      },
      prompts: [
        {
          theme: 'compassion',
          text: 'What was not all right, and still stirs you when you think of it?',
          note: notes.readAlong,
          deeper: 'What did you need that was not there?',
        },
        {
          theme: 'accountability',
          text: 'What would your anger like to look after from now on?',
          deeper: 'What is a safe first way to do that?',
        },
      ],
      step: 'Push against a wall with both hands for ten seconds, then let go',
      person: 'Tell somebody safe what makes you angry, and ask them only to listen.',
      leaving:
        'Being stirred up for a while after this is common. Nothing has to be done about it today. If you are not safe, `hearten help-now` has people to call.',
    },
    {
      id: 'being-given',
      name: 'Being given something',
      topics: ['being-given'],
      depth: 'gentle',
      read: {
        text: [
          'Taking help can be harder than giving it. It may feel like a debt.',
          'Some gifts do come with a bill. You can look at that, and say "no, thank you".',
          'Others are simply given: a saved seat, a message, soup. Those who give them often like to.',
        ],
        source: sources.peerSupport,
      },
      prompts: [
        {
          theme: 'support',
          text: 'What can make it hard for you to take help?',
          deeper: 'When was it easier?',
        },
        {
          theme: 'shared',
          text: 'What do you like to give, when you have it to give?',
          deeper: 'Who might like to give you something of that kind?',
        },
      ],
      step: 'Answer one small offer with "thank you", and leave it at that',
      person: 'Let somebody kind do you one small favour.',
    },
    {
      id: 'your-own-name',
      name: 'Your own name',
      topics: ['words-to-keep'],
      depth: 'gentle',
      read: {
        text: [
          'In studies with 585 people, some used their own name instead of "I" before a talk or a first meeting. They were less troubled by it, and brooded less afterwards.',
          'It makes a little room, as if a friend were speaking. A short line will do: your name, and one plain true thing.',
          'If your name was used against you, take another that you like.',
        ],
        source: sources.selfTalk,
      },
      prompts: [
        {
          theme: 'growth',
          text: 'Which line with your name in it would be of use in a hard minute?',
          deeper: 'How could it be shorter still?',
        },
        {
          theme: 'accountability',
          text: 'When are you likely to want that line?',
          deeper: 'What could bring it to mind then?',
        },
      ],
      step: 'Say the line once, where nobody hears it',
      person: 'Ask a friend what they tell themselves before something hard.',
    },
    {
      id: 'room-of-your-own',
      name: 'A little room of your own',
      topics: ['room-of-your-own'],
      depth: 'steady',
      read: {
        text: [
          'A limit is kind to you, and often to others too: they know where they are.',
          'It can be small. An hour without messages, one subject left out, a visit that ends at four.',
          'With some people a no is not safe. Then a limit can be silent: a plan, a friend who knows, a place to go.',
        ],
        source: sources.safety,
      },
      prompts: [
        {
          theme: 'accountability',
          text: 'Where would you like a little more room?',
          note: notes.readAlong,
          deeper: 'What could you quietly stop offering?',
        },
        {
          theme: 'support',
          text: 'Who takes a no from you without any trouble?',
          deeper: 'How do they do that?',
        },
      ],
      step: 'Keep ten minutes today that belong to nobody else',
      person: 'Talk over one limit with a friend before you try it anywhere.',
    },
    {
      id: 'who-you-were-then',
      name: 'Who you were then',
      topics: ['earlier-you'],
      depth: 'deep',
      read: {
        text: [
          'There may be an earlier you that you judge: a child, somebody in love, somebody who stayed, somebody who drank.',
          'They did not know how it would end. They had the strength and the help that they had.',
          'A kind word to them does not say that all was right. It says that they were a person.',
          'Choose a time that you can bear to look at, and not the worst one.',
        ],
        source: sources.kindWriting,
      },
      prompts: [
        {
          theme: 'compassion',
          text: 'Which earlier you could use a kind word? Say where they are.',
          note: notes.safeFirst,
          deeper: 'What would you like to bring them?',
        },
        {
          theme: 'growth',
          text: 'What did they manage, with what they had?',
          deeper: 'What of that is still with you?',
        },
      ],
      step: "Put a hand on something solid, and say today's date to yourself",
      person: 'Spend a little time with somebody kind who knows you as you are now.',
      leaving:
        'Feeling raw after this is common. If it stays so, please tell somebody: `hearten help-now` has people to call.',
    },
    {
      id: 'going-out',
      name: 'Kindness that goes out',
      topics: ['giving', 'words-to-keep'],
      depth: 'gentle',
      read: {
        text: [
          'In studies with more than 5,900 people, those who reached out guessed too low. The other was gladder than they thought.',
          'So a small hello is a kindness that costs little. It need not cost you your rest, and nobody unsafe has a claim to it.',
          'And one kindness may stay at home, with you.',
        ],
        source: sources.gladToHear,
      },
      prompts: [
        {
          theme: 'shared',
          text: 'Who could do with a kind word from you, if you have one to spare?',
          deeper: 'What would it be?',
        },
        {
          theme: 'compassion',
          text: 'Which way of being kind to yourself would you like to keep?',
          deeper: 'When is it most needed?',
        },
      ],
      step: 'Do one small kindness for somebody, and one for yourself',
      person: 'Say hello to a friend you have not heard from for a while.',
    },
  ],
}
