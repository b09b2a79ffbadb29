/** Lines for safety that stand under a question whenever it is asked. */
export const notes = {
  stopping:
    'Stopping alcohol or sleeping pills all at once can be dangerous. Please ask a doctor first.',
  afraid: 'If you are afraid of them, leave this one. `hearten help-now` has people to talk to.',
  readAlong: 'If somebody may read this, only think it. There is no need to write it down.',
  safeFirst: 'If you are not safe now, leave this. `hearten help-now` has people to call.',
} as const
