import type { WrittenCourse } from '../course.ts'
import { sources } from '../sources.ts'

export const breakUp: WrittenCourse = {
  id: 'break-up',
  name: 'After a break-up',
  about: 'What was, what is now, and who is there. Sessions in any order, whenever you like.',
  topics: ['where-i-am-now'],
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
  ],
}
