/**
 * What a reminder says. It stands on lock screens and in shared calendars, so it names neither a journal nor
 * anything of what is written.
 */
export const reminderWords = {
  title: 'A few quiet minutes',
  body: 'If you like, whenever you like.',
} as const
