import type { Context } from '../context.ts'
import { changePreferences } from '../desk/preferences.ts'
import { surroundings } from '../desk/surroundings.ts'
import type { Dialogue } from '../dialogue/dialogue.ts'
import { Enough } from '../dialogue/signals.ts'
import { countryCode, countryName, inSentence, notSaid } from '../themes/countries.ts'
import { guessedCountry } from '../themes/country-guess.ts'

/**
 * Asks once for the country whose lines to show, and never again after an answer or a "not now".
 * Nothing is kept that the person did not press or type; a preference that cannot be written is no
 * reason to end badly.
 *
 * @returns the code of the country that was said
 */
export async function askCountry(
  context: Context,
  dialogue: Dialogue,
): Promise<string | undefined> {
  if (context.settings.country !== '') return undefined
  const guess = guessedCountry(surroundings(context))
  const country = await answer(dialogue, guess).catch(signal => {
    if (signal instanceof Enough) return undefined
    throw signal
  })
  try {
    await changePreferences(context, { country: country ?? notSaid })
  } catch {
    return country
  }
  context.terminal.notify(
    country === undefined
      ? `That is fine. \`hearten config set country ${guess === undefined ? 'Ireland' : countryName(guess)}\` says it at any time.`
      : `\`hearten help-now\` has the numbers of ${inSentence(countryName(country))}, at any hour.`,
  )
  return country
}

/** One key where the computer suggests a country, else its name; undefined is "not now". */
async function answer(
  dialogue: Dialogue,
  guess: ReturnType<typeof guessedCountry>,
): Promise<string | undefined> {
  const said =
    guess === undefined
      ? 'another'
      : await dialogue.choose<'yes' | 'another'>({
          ask: `For people to call, should you need them: are you in ${inSentence(countryName(guess))}? Enter: not now.`,
          choices: [
            { value: 'yes', label: 'yes', key: 'y' },
            { value: 'another', label: 'another country', key: 'a' },
          ],
        })
  if (said !== 'another') return said && guess
  const typed = await dialogue.line({
    ask: 'For people to call, should you need them: which country are you in?',
    hint: 'Ireland, UK, NZ; Enter: not now',
    check: text =>
      countryCode(text) === undefined
        ? `There are no lines for that one yet. findahelpline.com lists them. Enter goes on.`
        : undefined,
  })
  return typed === undefined ? undefined : countryCode(typed)
}
