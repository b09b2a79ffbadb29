/** The flags every command takes, before or after its name. */
export interface Globals {
  /** The data folder, instead of the usual one. */
  readonly journal?: string
  readonly plain: boolean
  readonly color: boolean
  readonly json: boolean
  readonly yes: boolean
  readonly input: boolean
  readonly pager: boolean
  readonly quiet: boolean
}
