/** The flags every command takes, before or after its name. */
export interface Globals {
  /** The data folder, instead of the usual one. */
  readonly journal?: string
  /** The part of the journal that the command is about, as it was typed. */
  readonly part?: string
  readonly plain: boolean
  readonly color: boolean
  readonly json: boolean
  readonly yes: boolean
  readonly input: boolean
  readonly pager: boolean
  readonly quiet: boolean
}
