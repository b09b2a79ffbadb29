import type { Context } from '../context.ts'
import type { Dialogue } from '../dialogue/dialogue.ts'
import { UsageError, UserError } from '../errors.ts'
import { passphraseIn } from '../system/passphrases.ts'
import { newPhrase } from '../vault/phrase.ts'

/** Shorter ones are found by trying. */
const shortest = 8

const tooShort = `That is short. ${shortest} letters or more keep a guesser out.`

/**
 * A new passphrase: out of a file, for scripts, or asked for twice. Six words are offered.
 * @param file names it
 * @throws UsageError when there is neither, and nobody to ask
 */
export async function newPassphrase(context: Context, file?: string): Promise<string> {
  if (file !== undefined) {
    const passphrase = passphraseIn(file)
    if (passphrase.length < shortest) throw new UsageError(`${tooShort} Nothing was changed.`)
    return passphrase
  }
  const dialogue = await context.dialogue('Name a file that holds the new passphrase.')
  try {
    return await chosen(dialogue)
  } finally {
    dialogue.close()
  }
}

async function chosen(dialogue: Dialogue): Promise<string> {
  const isOwn = await dialogue.choose({
    ask: 'Which passphrase?',
    choices: [
      { value: true, label: 'one of my own' },
      { value: false, label: 'six words, made up for me' },
    ],
    initial: true,
    skippable: false,
  })
  const phrase = isOwn ? await ownPhrase(dialogue) : newPhrase()
  if (!isOwn) dialogue.say(`\n${phrase}\n\nWrite it down before you go on.`)
  for (;;) {
    const again = await dialogue.secret({ ask: isOwn ? 'Once more:' : 'Type it, to be sure:' })
    if (again === undefined) throw new UserError('Left as it was. Nothing was changed.')
    if (again.normalize('NFC') === phrase.normalize('NFC')) return phrase
    dialogue.say('That is not the same.')
    if (isOwn) return chosen(dialogue)
  }
}

async function ownPhrase(dialogue: Dialogue): Promise<string> {
  for (;;) {
    const typed = await dialogue.secret({ ask: 'The new passphrase:' })
    if (typed === undefined) throw new UserError('Left as it was. Nothing was changed.')
    if (typed.length >= shortest) return typed
    dialogue.say(tooShort)
  }
}
