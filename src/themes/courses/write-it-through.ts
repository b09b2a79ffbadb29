import type { WrittenCourse } from '../course.ts'
import { notes } from '../notes.ts'
import { sources } from '../sources.ts'

export const writeItThrough: WrittenCourse = {
  id: 'write-it-through',
  name: 'Write it through',
  about:
    'Four pages on one thing that weighs on you, one to three days apart, and then it ends. Not for low days, and not for the first weeks after a parting or a death.',
  topics: ['what-happened', 'what-it-feels-like', 'from-a-step-away', 'an-end'],
  apart: { from: 1, to: 3 },
  end: 'Those were the four, and here it ends. You need not write about this any more. If it weighs as much as ever, a person can help better than a page.',
  sessions: [
    {
      id: 'what-happened',
      name: 'What happened',
      topics: ['what-happened'],
      depth: 'deep',
      read: {
        text: [
          'Choose one thing that weighs on you, and that you can bear to look at. It need not be the worst. Write for ten to fifteen minutes about what happened.',
          'Over 146 trials, writing of this kind helped a little on average. Many people found no difference. A dip right after it is common.',
          'Stop at any word. Nobody has to read it, and in the end the page can be kept or let go.',
          'If you are in danger, or your thoughts go round and round about why, leave this. A person is better now: `hearten help-now`.',
        ],
        source: sources.writing,
      },
      prompts: [
        {
          theme: 'compassion',
          text: 'What happened? Write it in your own order, and only as far as you want to go.',
          note: notes.readAlong,
          deeper: 'Is there a part you left out and want to add?',
        },
        {
          theme: 'support',
          text: 'Who or what is good to have near you for the rest of today?',
        },
      ],
      step: 'Get up, and do something with your hands for ten minutes',
      person: 'Let somebody safe know that you wrote about something hard.',
      leaving:
        'A dip after such a page is common, for some hours. Leave it alone for one to three days. If the dip goes deep, `hearten help-now` has people to call.',
    },
    {
      id: 'what-it-feels-like',
      name: 'What it feels like',
      topics: ['what-it-feels-like'],
      depth: 'deep',
      read: {
        text: [
          'This page is about what it feels like, then and now. Write for ten to fifteen minutes about one thing that weighs on you.',
          'Feelings need not agree or make sense. None of them has to be put right, and numb is one of them.',
          'In one study some people were asked to let their feelings be while they wrote. Those who wrote a lot were less low than others two weeks later. For the rest it made no difference.',
          'Stop at any word. If it gets too much, look up, and find five things in the room.',
        ],
        source: sources.acceptance,
      },
      prompts: [
        {
          theme: 'compassion',
          text: 'What do you feel when you think of it? Let all of it stand as it is.',
          note: notes.safeFirst,
          deeper: 'Which of these feelings has had the least room so far?',
        },
        {
          theme: 'shared',
          text: 'Who else might feel like this in your place?',
        },
      ],
      step: 'Look at something far away for a minute',
      person: 'Tell a friend one feeling by its name. The story can stay with you.',
      leaving:
        'Feeling raw right after is common. Leave it alone for one to three days. If it does not settle, `hearten help-now` has people to call.',
    },
    {
      id: 'from-a-step-away',
      name: 'From a step away',
      topics: ['from-a-step-away'],
      depth: 'deep',
      read: {
        text: [
          'This page looks at what weighs on you from a little way off, as a calm onlooker would.',
          'In a study, people who looked back in this way were less stirred up than those who lived it again.',
          'Use your own name, or "they", in place of "I". Write for ten to fifteen minutes. Tell what that person saw and did, and what they had to do it with. Why can wait.',
          'Stop at any word.',
        ],
        source: sources.steppingBack,
      },
      prompts: [
        {
          theme: 'growth',
          text: 'Tell it as an onlooker who wishes you well. What do they see?',
          note: notes.safeFirst,
          deeper: 'What can they see that was hidden from the inside?',
        },
        {
          theme: 'accountability',
          text: 'What might the onlooker wish for you in the coming days?',
        },
      ],
      step: 'Walk a few steps with your eyes on what is around you',
      person: 'Ask somebody fair that you trust how it looks from where they stand.',
      leaving:
        'A dip after such a page is common. Leave it alone for one to three days. If it goes deep, `hearten help-now` has people to call.',
    },
    {
      id: 'an-end',
      name: 'An end to the page',
      topics: ['an-end'],
      depth: 'deep',
      read: {
        text: [
          'This page is for ending. What weighs on you may go on. The writing about it need not.',
          'Taken together, studies found that such writing helped a little, later rather than sooner. It helped more with days in between. If it does anything for you, that may show in some weeks.',
          'Write for ten minutes, or less. Then choose whether the page is kept or let go. Either is a good end.',
        ],
        source: sources.spacedWriting,
      },
      prompts: [
        {
          theme: 'growth',
          text: 'What about it can rest here from today on?',
          deeper: 'What would you like to take along?',
        },
        {
          theme: 'accountability',
          text: 'Is there one thing still to do about it, small and in your own hands?',
          deeper: 'When would be a good time?',
        },
        {
          theme: 'support',
          text: 'Who could you talk to if it comes back strongly?',
        },
      ],
      step: 'Do one thing that marks an end: wash a cup, play a song, walk round the block',
      person: 'Tell somebody you trust that you wrote about something hard, and how you are now.',
      leaving:
        'A dip after such a page is common. You are free of this subject for as long as you like. If it weighs on you, `hearten help-now` has people to talk to.',
    },
  ],
}
