// What lies beside a journal for whoever has it and not hearten.

export const howToOpen = `Your journal, without hearten
=============================

These files are yours. You can read them with any text editor.

journal.json says which folder is in use, for example "g1". In that folder:

  months/2026-11.json   what you wrote for November 2026, one entry a line
  people.json           the people you told hearten about
  settings.json         your own prompts, and what you asked not to see
  pending/              the newest changes, if they are not in their months yet
  drafts/               pages you began and did not finish
  backups/              copies, a folder a day, laid out the same way

Each file is plain JSON. In a month, "records" are your entries as they are now.
"history" holds what they were before, and what you deleted. "text" is what you
wrote, "day" is the day it belongs to.

You may change a file by hand while hearten is not running. It will say once
that the file was changed, and take it as it is.
`
