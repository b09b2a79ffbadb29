/** People to call. Numbers change: each has a source and a date, and both are shown. */
export interface Helpline {
  readonly name: string
  readonly number: string
  readonly by: 'call' | 'text' | 'call or text' | 'WhatsApp'
  /** The word to send, where the line asks for one. */
  readonly word?: string
  readonly hours: string
  /** Whom it is for. */
  readonly audience: string
  /** The site the number was read on, or `not looked up` where none was found yet. */
  readonly source: string
  /** The day this list was last gone through, ISO. */
  readonly checkedOn: string
  readonly confidence: 'high' | 'medium'
}

/** How to reach a line, as one would say it: `call 116 123`, `text SHOUT to 85258`. */
export function waysToReach({ by, number, word }: Helpline): string {
  return word === undefined ? `${by} ${number}` : `${by} ${word} to ${number}`
}
