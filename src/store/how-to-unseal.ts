/** What lies beside an encrypted journal for whoever has it and not hearten. */
export const howToUnseal = `Your journal, without hearten
=============================

These files are yours, and they are encrypted. You need two things to read them:

  - your passphrase, or your recovery key (a line that begins AGE-SECRET-KEY-1)
  - the program "age": https://age-encryption.org. Most systems have a package.

journal.json says which folder is in use, for example "g2". Go into that folder.

With your passphrase:

  age -d -i identity.age months/2026-11.json

With your recovery key, in a file that you name key.txt:

  age -d -i key.txt months/2026-11.json

Both print what you wrote for November 2026. To read everything:

  for file in months/*.json; do age -d -i key.txt "$file"; done

To get your recovery key from your passphrase:

  age -d identity.age > key.txt

What is what:

  months/2026-11.json   what you wrote for November 2026, one entry a line
  people.json           the people you told hearten about
  settings.json         your own prompts, and what you asked not to see
  pending/              the newest changes, if they are not in their months yet
  recent/               second copies of the newest changes
  drafts/               pages you began and did not finish
  backups/              copies, a folder a day, laid out the same way

Opened, each file is plain JSON. In a month, "records" are your entries as they
are now. "history" holds what they were before, and what you deleted. "text" is
what you wrote, "day" is the day it belongs to.

A passphrase with accents: hearten takes each accented letter as one sign (Unicode
NFC), whichever way it was typed.

Without the passphrase and without the recovery key nobody can open these files.
`
