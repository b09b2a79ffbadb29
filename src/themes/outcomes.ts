/** How a promise can have gone, and what is said to each. Every one of them is an answer. */
export const outcomeWords = {
  done: { label: 'done', reply: 'Done. You said it, and it is so.' },
  partly: { label: 'partly', reply: 'Partly counts.' },
  'not-yet': { label: 'not yet', reply: 'Not yet is an answer.' },
  changed: { label: 'changed', reply: 'Changing it is taking care of it.' },
  'let-go': { label: 'let it go', reply: 'Let go. That is a decision too.' },
} as const
