import type { Context } from '../context.ts'
import { defined } from '../journal/defined.ts'
import type { Scale, SupportDirection, SupportKind } from '../journal/entry.ts'
import { newEntry, supportDirections, supportKinds } from '../journal/entry.ts'
import { nameKey } from '../journal/person.ts'
import { joined } from '../journal/tags.ts'
import { askDirection, askYesNo } from '../session/ask.ts'
import { asked } from './asked.ts'
import { offerCare } from './care.ts'
import { nameIn, savingFields, scaleFlag, whenFlag, wordFlag } from './flags.ts'
import { tellSaved } from './saved.ts'

interface ReachedFlags {
  direction?: string
  support?: string
  expected?: string
  actual?: string
  answered?: boolean
  /** False with `--no-answer`. */
  answer?: boolean
  caredFor?: string
  note?: string
  at?: string
  private?: boolean
}

interface Contact {
  direction?: SupportDirection | undefined
  support?: SupportKind | undefined
  expected?: Scale | undefined
  actual?: Scale | undefined
  answered?: boolean | undefined
  caredFor?: Scale | undefined
}

/** A reach-out, either way. With any flag, or nobody to ask, nothing is asked. */
export async function reached(
  context: Context,
  words: string[],
  flags: ReachedFlags,
): Promise<undefined> {
  const name = nameIn(words)
  const when = whenFlag(flags.at, context)
  const contact: Contact = {
    direction: wordFlag(flags.direction, supportDirections, '--direction'),
    support: wordFlag(flags.support, supportKinds, '--support'),
    expected: scaleFlag(flags.expected, '--expected'),
    actual: scaleFlag(flags.actual, '--actual'),
    answered: flags.answered || (flags.answer === false ? false : undefined),
    caredFor: scaleFlag(flags.caredFor, '--cared-for'),
  }
  let { note = '' } = flags
  const journal = await context.openJournal()
  const nothingSaid = () => note === '' && Object.values(contact).every(it => it === undefined)
  const left =
    nothingSaid() && context.terminal.interactive
      ? await asked(context, '', async dialogue => {
          contact.direction = await askDirection(dialogue)
          contact.support = await dialogue.choose({ ask: 'What was it?', choices: supportChoices })
          if (contact.direction === 'asked') {
            contact.answered = await askYesNo(dialogue, 'Did they answer?')
            contact.expected = await dialogue.scale({
              ask: 'What response had you expected?',
              words: responses,
            })
          }
          if (contact.answered !== false)
            contact.actual = await dialogue.scale({
              ask: 'How was the response?',
              words: responses,
            })
          contact.caredFor = await dialogue.scale({
            ask: 'How cared for do you feel?',
            words: caredFor,
          })
          note = (await dialogue.line({ ask: 'A few words about it?' })) ?? ''
        })
      : undefined
  if (left && nothingSaid()) throw left

  const fields = savingFields(flags, note)
  const details = defined(contact)
  const entry = newEntry(
    {
      kind: 'reachout',
      theme: 'support',
      ...fields,
      people: joined(nameKey, [name], fields.people),
      details,
      ...when,
    },
    context.stamp(),
  )
  await journal.commit('reach-out', [entry])
  await tellSaved(context, journal, when.day)
  await offerCare(context, [note])
  if (left) throw left
  return undefined
}

const supportChoices = [
  { value: 'listened', label: 'listening' },
  { value: 'advice', label: 'advice' },
  { value: 'company', label: 'company' },
  { value: 'practical', label: 'a practical hand' },
] as const
const responses = ['cold', 'very warm'] as const
const caredFor = ['not at all', 'very much'] as const
