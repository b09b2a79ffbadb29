import { inSentence } from './countries.ts'

/** What every country should have a line for. */
const purposes = ['crisis', 'violence'] as const
export type Purpose = (typeof purposes)[number]

/** People to call. Numbers change: each has its own sources and its own date, and both are shown. */
export interface Helpline {
  readonly name: string
  readonly number: string
  readonly by: 'call' | 'text' | 'call or text' | 'WhatsApp'
  /** The word to send, where the line asks for one. */
  readonly word?: string
  readonly about: Purpose | 'drink and drugs'
  /** When somebody answers, in words; `hoursNotConfirmed` where it was read nowhere. */
  readonly hours: string
  /** Whom it is for, to be read after "for": women, men, anyone, and where. */
  readonly audience: string
  /** The sites the number was read on. */
  readonly sources: readonly string[]
  /** The day it was last looked up, ISO. */
  readonly checkedOn: string
  /** High: the service or an authority says so, or two sources of their own agree, and lately. */
  readonly confidence: 'high' | 'medium'
}

/** One country: what to call in danger, where that is certain, and its lines; the first are for a crisis. */
export interface Country {
  readonly emergency?: string
  readonly lines: readonly Helpline[]
  /** What its lines are there for in a part of the country only. */
  readonly inPart?: Purpose
}

/** What no line is confirmed for, in all of a country or in most of it. */
export interface Gap {
  readonly about: Purpose
  /** Whether there is a line in a part of the country. */
  readonly inPart: boolean
}

export const gapsOf = ({ lines, inPart }: Country): readonly Gap[] =>
  purposes
    .filter(purpose => purpose === inPart || !lines.some(({ about }) => about === purpose))
    .map(about => ({ about, inPart: about === inPart }))

export const hoursNotConfirmed = 'hours not confirmed'

type Written = Pick<Helpline, 'name' | 'number' | 'sources' | 'checkedOn'> & Partial<Helpline>

/** A line as it mostly is: a call, day and night, for anyone in a crisis. */
export const line = (written: Written): Helpline => ({
  by: 'call',
  about: 'crisis',
  hours: 'day and night',
  audience: 'anyone',
  confidence: 'high',
  ...written,
})

/** A line for people who are hurt or afraid at home. */
export const againstViolence = (written: Written & Pick<Helpline, 'audience'>): Helpline =>
  line({ about: 'violence', ...written })

/** How to reach a line, as one would say it: `call 116 123`, `text SHOUT to 85258`. */
export function waysToReach({ by, number, word }: Helpline): string {
  return word === undefined ? `${by} ${number}` : `${by} ${word} to ${number}`
}

/** For whom and when, and what is not sure: "for anyone, day and night". */
export const aboutLine = ({ audience, hours, confidence }: Helpline): string => {
  const said = `for ${audience}, ${hours}`
  return confidence === 'high' || said.includes('not confirmed')
    ? said
    : `${said}, not fully confirmed`
}

/** What is not there, said plainly: "No line for people hurt at home is confirmed for Switzerland yet." */
export const gapLine = ({ about, inPart }: Gap, country: string): string =>
  `No ${about === 'crisis' ? 'crisis line' : 'line for people hurt at home'} is confirmed for ${inPart ? 'all of ' : ''}${inSentence(country)} yet.`

/** A part of the person's plan for hard hours, as it is read without unlocking anything. */
export interface OpenPlanPart {
  /** Its heading. */
  readonly name: string
  readonly text: string
}

/** Somebody the person put down for hard times (`hearten help-now add`). */
export interface OwnContact {
  readonly name: string
  readonly number: string
  /** An ISO day. */
  readonly addedOn: string
}
