import type { FiveSteps } from '../../themes/scales.ts'
import type { Day } from '../day.ts'

/** A rating from 1 (least) to 5 (most). */
export type Scale = 1 | 2 | 3 | 4 | 5

/** What was measured: each name with its number, or yes and no. */
export type Amounts = Readonly<Record<string, number | boolean>>

/** What text is, that no person wrote: made by hearten, and checked for its form. */
export type CodeForm = 'id' | 'moment' | 'zone' | 'month' | 'any'

/**
 * What a field holds. There is no plain text: text is the person's own words, a name, or a code. So
 * care, quotes and discretion know of each field what to do with it.
 */
export type Shape =
  | { readonly type: 'scale'; readonly words?: FiveSteps['words'] }
  | { readonly type: 'choice'; readonly words: Readonly<Record<string, string>> }
  | { readonly type: 'day' | 'yes' | 'yes-no' }
  /** A number, of which `from` and `to` are the ends where it has any; `whole` has no decimals. */
  | { readonly type: 'number'; readonly from?: number; readonly to?: number; readonly whole?: true }
  /** What was measured, by the names the person gave: a number, or yes and no. */
  | { readonly type: 'amounts' }
  | { readonly type: 'words' | 'name'; readonly filled?: true }
  | { readonly type: 'word-list' | 'tags' | 'names' }
  | { readonly type: 'code' | 'codes'; readonly form: CodeForm }
  | { readonly type: 'group' | 'list'; readonly fields: Fields }

/** One field: what it holds, and what it is called where people read it. */
export type Field = Shape & {
  /** Fixed once it was released: exports are read back by it. */
  readonly label: string
  /** What docs/data-format.md says, where its shape does not say enough. */
  readonly about?: string
  readonly required?: true
  /** A field of the same holder that is read in brackets after this one. */
  readonly beside?: string
}

export type Fields = Readonly<Record<string, Field>>

/**
 * A field of an entry also says where it is shown (by itself as a line, `label: value`) and where it
 * is put right: a flag of `edit`, or another command. Only what is never given needs no such place.
 */
export type EntryField = Field & Shown

type Shown =
  | { readonly shown?: 'mark' | 'above'; readonly edit: string }
  | { readonly shown: 'above' | 'never'; readonly edit?: never }
  | { readonly type: 'list'; readonly fields: Readonly<Record<string, Field & Shown>> }

/** The type of what a field holds. */
export type ValueOf<S> = S extends { readonly type: 'scale' }
  ? Scale
  : S extends { readonly type: 'choice'; readonly words: infer W }
    ? keyof W & string
    : S extends { readonly type: 'day' }
      ? Day
      : S extends { readonly type: 'yes' }
        ? true
        : S extends { readonly type: 'yes-no' }
          ? boolean
          : S extends { readonly type: 'number' }
            ? number
            : S extends { readonly type: 'amounts' }
              ? Amounts
              : S extends { readonly type: 'words' | 'name' | 'code' }
                ? string
                : S extends { readonly type: 'word-list' | 'tags' | 'names' | 'codes' }
                  ? readonly string[]
                  : S extends { readonly type: 'group'; readonly fields: infer F }
                    ? ValuesOf<F>
                    : S extends { readonly type: 'list'; readonly fields: infer F }
                      ? readonly ValuesOf<F>[]
                      : never

/** The type of what has these fields. */
export type ValuesOf<F> = keyof F extends never
  ? Readonly<Record<string, never>>
  : Flat<
      {
        readonly [K in keyof F as F[K] extends { readonly required: true } ? K : never]: ValueOf<
          F[K]
        >
      } & {
        readonly [K in keyof F as F[K] extends { readonly required: true } ? never : K]?: ValueOf<
          F[K]
        >
      }
    >

type Flat<T> = { [K in keyof T]: T[K] }

/** Which fields hold something that a person typed, and as what. */
export const typed = (type: Field['type']): 'name' | 'tag' | 'words' | undefined => typedIn[type]
const typedIn: Partial<Record<Field['type'], 'name' | 'tag' | 'words'>> = {
  name: 'name',
  names: 'name',
  tags: 'tag',
  words: 'words',
  'word-list': 'words',
}

/** The ids among which one is chosen, in order. */
export const idsOf = <W extends Readonly<Record<string, string>>>(
  words: W,
): readonly (keyof W & string)[] => Object.keys(words)
