import * as v from 'valibot'
import { stringify } from 'yaml'
import { visible } from '../render/gate.ts'
import { angles, depths, needs, situations } from '../themes/prompt.ts'
import { themeIds } from '../themes/theme.ts'
import { readDataFile } from './data-file.ts'

// A pack of questions as a file, to give away and to take in. docs/packs.md says what stands in one.

const mostPrompts = 1000
const words = (longest: number) =>
  v.pipe(
    v.string('should be text'),
    v.transform(text => text.replace(/\s+/g, ' ').trim()),
    v.nonEmpty('should not be empty'),
    v.maxLength(longest, `should have ${longest} letters at most`),
  )
const oneOf = <const W extends readonly string[]>(list: W) =>
  v.picklist(list, `should be one of ${list.join(', ')}`)
const someOf = <const W extends readonly string[]>(list: W) =>
  v.array(oneOf(list), `should be a list of ${list.join(', ')}`)
const id = v.pipe(
  v.string('should be text'),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'should be small letters, digits and hyphens'),
  v.maxLength(40, 'should have 40 letters at most'),
)
/** A field that is not known is one that was typed wrong: better said than passed over. */
const unknown = ({ expected }: v.StrictObjectIssue) =>
  expected === 'never' ? 'is no field of this' : 'should be fields with their values'

const prompt = v.strictObject(
  {
    id,
    theme: oneOf(themeIds),
    text: words(300),
    deeper: v.exactOptional(words(300)),
    depth: v.exactOptional(oneOf(depths)),
    situations: v.exactOptional(someOf(situations)),
    angles: v.exactOptional(someOf(angles)),
    needs: v.exactOptional(someOf(needs)),
    feelings: v.exactOptional(v.array(words(40), 'should be a list of words')),
    note: v.exactOptional(words(300)),
    why: v.exactOptional(words(300)),
  },
  unknown,
)

const pack = v.strictObject(
  {
    pack: v.pipe(
      id,
      v.check(
        name => !themeIds.some(theme => theme === name),
        'should not be called as a theme is',
      ),
    ),
    about: v.exactOptional(words(300)),
    language: v.exactOptional(words(40)),
    prompts: v.pipe(
      v.array(prompt, 'should be a list'),
      v.minLength(1, 'should not be empty'),
      v.maxLength(mostPrompts, `should have ${mostPrompts} questions at most`),
      v.rawCheck(({ dataset, addIssue }) => {
        if (!dataset.typed) return
        const seen = new Set<string>()
        for (const [at, { id }] of dataset.value.entries()) {
          if (seen.has(id))
            addIssue({
              message: `"${id}" is there already, and each id is given once`,
              path: [
                {
                  type: 'array',
                  origin: 'value',
                  input: dataset.value,
                  key: at,
                  value: dataset.value[at],
                },
                { type: 'object', origin: 'value', input: { id }, key: 'id', value: id },
              ],
            })
          seen.add(id)
        }
      }),
    ),
  },
  unknown,
)

export type PromptPack = v.InferOutput<typeof pack>
export type PackedPrompt = PromptPack['prompts'][number]

/** @throws UserError that names line and field of what is wrong */
export const readPack = (text: string, name: string): PromptPack => readDataFile(text, name, pack)

/** The file of a pack, for somebody else, with nothing in it that a terminal would obey. */
export const writePack = (pack: PromptPack): string => visible(stringify(pack, { lineWidth: 100 }))
