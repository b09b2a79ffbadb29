import { basename } from 'node:path'
import type { Dialogue } from './dialogue/dialogue.ts'
import { JournalError, UsageError } from './errors.ts'
import { dayAtOffset, isoWithOffset, knowClocks } from './journal/day.ts'
import type { Stamp } from './journal/record.ts'
import { idFrom } from './journal/record.ts'
import { noColours } from './render/colours.ts'
import { visible } from './render/gate.ts'
import { readSettings } from './settings/read.ts'
import type { Settings } from './settings/settings.ts'
import type { Checkup } from './store/checkup.ts'
import type { Journal } from './store/journal.ts'
import type { Sealing } from './store/paper.ts'
import type { BackgroundShade } from './system/background.ts'
import { backgroundIn } from './system/background.ts'
import { colourLevel, drawsNothing } from './system/colour-level.ts'
import type { Editing, PageAbout } from './system/editing-folders.ts'
import type { HomeFolders } from './system/folders.ts'
import { foldersOf, holdsAnything, journalsIn, passphraseFileIn } from './system/folders.ts'
import type { Globals } from './system/globals.ts'
import { leftPages } from './system/left-pages.ts'
import type { Receipt } from './system/receipt.ts'
import type { Terminal } from './system/terminal.ts'
import { said, takesPipe, terminalOf } from './system/terminal.ts'
import type { World } from './system/world.ts'
import { zoneNamed } from './system/zone.ts'
import type { Door } from './vault/unlock.ts'

/**
 * What a command may touch. Functions, not opened things: `--help` and a wrong flag never touch the
 * journal, the settings or the terminal.
 */
export interface Context {
  readonly terminal: Terminal
  readonly globals: Globals
  readonly folders: HomeFolders
  readonly settings: Settings
  readonly env: World['env']
  readonly platform: World['platform']
  /** The person's home folder. */
  home(): string
  /** Asks the person. Refuses with a usage error when nobody can answer; `instead` says which flag would do. */
  dialogue(instead: string): Promise<Dialogue>
  /** @param folder another data folder than the person's own */
  openJournal(folder?: string): Promise<Journal>
  /** The same in a part of the journal, whose passphrase is another. @throws UsageError when there is none of this name */
  inPart(name: string): Promise<Context>
  /** What a check-up of the journal's files takes. */
  checkup(): Checkup
  /** Now, here, today and fresh ids. */
  stamp(): Stamp
  /**
   * Opens the person's editor on a text and gives back what was saved; every save goes to `onSave`.
   *
   * @param page what the words become if this process is killed meanwhile; a note when left out
   */
  editText(text: string, onSave?: (text: string) => void, page?: PageAbout): Promise<string>
  /** Pages that were open in an editor when hearten was killed, and that are still where they were. */
  leftPages(): readonly Editing[]
  /** Who asks for the passphrase of an encrypted journal, and how. `asking`: never the keychain, whatever it remembers. */
  door(how?: 'asking'): Promise<Door>
  /** What a guess at a passphrase costs, where that is not as usual: in tests. */
  readonly passphraseCost: number | undefined
  /**
   * Wipes them, and those that an editor still shows though its hearten is gone.
   * @param of ids of entries, when it is only pages in which these are changed
   */
  wipePages(of?: readonly string[]): Promise<void>
  /** Asks the terminal what its background is; undefined where it does not say, or nobody sits at one. */
  askBackground(): Promise<BackgroundShade | undefined>
  /** The same, as if `--plain` had been said. */
  inPlain(): Promise<Context>
  /** What must be done before the process ends, also when it is told to end (SIGTERM, a closed window). */
  onEnd(cleanup: () => void): void
  /** Calls back at Ctrl-C instead of ending, until what it gives back is called. */
  onInterrupt(callback: () => void): () => void
}

/** Takes in what lies in the inbox of a journal that was just opened. */
export type Receiving = (context: Context, journal: Journal) => Promise<void>

/**
 * Puts a context together. Opens nothing but the preferences, which are one small file.
 * @param receive called when something lies in the inbox of the person's own journal
 */
export async function contextOf(
  world: World,
  globals: Globals,
  receive?: Receiving,
  shared: { sealing?: Promise<Sealing>; readonly receipt?: Receipt } = {},
): Promise<Context> {
  const tellTrouble = (message: string) =>
    world.writeError(`${said(`hearten: ${visible(message)}`, world, globals.part)}\n`)
  const warn = (message: string) => {
    if (!globals.quiet) tellTrouble(message)
  }
  const { part } = globals
  const whole = foldersOf(world, globals.journal, warn)
  const folders =
    part === undefined
      ? { ...whole, journal: whole.data }
      : (await import('./system/part.ts')).inPart(whole, part)
  const zone = () => {
    const zone = world.zone()
    knowClocks(zone, moment => world.offset(new Date(moment)))
    const { TZ } = world.env
    if (TZ && zone === 'UTC' && !warnedOfZone && zoneNamed(TZ) === undefined) {
      warnedOfZone = true
      warn(`TZ is "${TZ}", which is no time zone known here. Days and hours are those of UTC.`)
    }
    return zone
  }
  let warnedOfZone = false
  const settings = readSettings(folders.config, warn)
  const plain = globals.plain || settings.plain || drawsNothing(world) !== undefined
  const coloursFor = async (isTerminal: boolean) => {
    if (plain || !globals.color) return noColours
    const level = colourLevel(world.env, isTerminal)
    const { colors } = settings
    if (level === 0 || (colors === 'none' && !world.env.FORCE_COLOR)) return noColours
    const { coloursOf } = await import('./system/colours.ts')
    const isSaid = colors === 'dark' || colors === 'light'
    return coloursOf(level, isSaid ? colors : backgroundIn(world.env), world.env)
  }
  const streams = terminalOf(world, globals, {
    plain,
    colours: await coloursFor(world.outputIsTerminal),
  })
  const terminal = shared.receipt?.around(streams) ?? streams
  const newId = () => idFrom(world.now().getTime(), world.random(10))
  const editText: Context['editText'] = async (text, onSave = () => {}, page = aNote()) =>
    (await import('./system/editor.ts')).editText(world, folders.journal, {
      text,
      onSave,
      page,
      newId,
      sealed: (await isSealedHere()) ? { warn: warnOnce } : undefined,
      isClosed: async editor =>
        terminal.interactive && (await import('./system/is-closed.ts')).isClosed(world, editor),
    })
  const isSealedHere = async (): Promise<boolean> => {
    if (part !== undefined) return true
    const { mayBeSealed } = await import('./store/may-be-sealed.ts')
    return mayBeSealed(folders.data)
  }
  const warned = new Set<string>()
  const warnOnce = (risk: string) => {
    if (!warned.has(risk)) warn(risk)
    warned.add(risk)
  }
  const aNote = (): PageAbout => ({
    id: newId(),
    content: { kind: 'jot', startedAt: isoWithOffset(world.now(), zone()) },
  })

  /** The journals whose pages this command looks after: nobody may think of a part for a long time. */
  const meant = () => (part === undefined ? journalsIn(folders.data) : [folders.journal])

  /** One for all that this command opens, so that a passphrase is asked for once. */
  const sealing = (): Promise<Sealing> => {
    shared.sealing ??= loadSealing()
    return shared.sealing
  }
  const loadSealing = async (): Promise<Sealing> => {
    const { sealingWith } = await import('./vault/sealing.ts')
    return sealingWith(await context.door())
  }

  /** No passphrase is needed for that; a part that cannot be opened keeps them where they are. */
  const takeThoseOfParts = async () => {
    for (const part of journalsIn(folders.data).slice(1))
      if (leftPages(world, part).length > 0)
        await context
          .inPart(basename(part))
          .then(it => it.openJournal())
          .catch(() => {})
  }

  const context: Context = {
    terminal,
    globals,
    folders,
    settings,
    env: world.env,
    platform: world.platform,
    home: () => world.home,
    editText,
    leftPages: () => meant().flatMap(journal => leftPages(world, journal)),
    async wipePages(of) {
      const { wipePages } = await import('./system/wipe-pages.ts')
      for (const journal of meant()) wipePages(world, journal, of)
    },
    onEnd: world.onEnd,
    onInterrupt: world.onInterrupt,
    passphraseCost: world.passphraseCost,
    async askBackground() {
      if (!terminal.interactive || plain) return undefined
      return (await import('./system/ask-background.ts')).askBackground(world)
    },
    inPlain: () => contextOf(world, { ...globals, plain: true }, receive, shared),
    inPart: name => contextOf(world, { ...globals, part: name }),
    stamp() {
      const now = new Date(Math.floor(world.now().getTime() / 1000) * 1000)
      return {
        now,
        // Looked up when asked for: reading needs no zone, and the first one costs a third of a start.
        get zone() {
          return zone()
        },
        today: dayAtOffset(now, world.offset(now), settings.nightEnds),
        newId,
      }
    },
    async openJournal(folder = folders.journal) {
      const { openJournal } = await import('./store/open.ts')
      const { host, now } = world
      const beside = async () => {
        const { besideIn } = await import('./settings/beside.ts')
        // What lies beside a part lies beside the journal it is in.
        return besideIn({ ...folders, ...(folder !== folders.journal && { data: folder }) })
      }
      // Said once, ever, and so with --quiet too: a month that somebody changed is sealed again by the next write.
      const onNotice = tellTrouble
      const openedBy = async (sealing: () => Promise<Sealing>) => {
        const opened = await openJournal({ folder, host, now, newId, beside, onNotice, sealing })
        if (part !== undefined && opened.sealed === undefined)
          throw new JournalError(noLock(folder))
        return shared.receipt?.watching(opened) ?? opened
      }
      const journal = await openedBy(sealing)
      if (leftPages(world, folder).length > 0) {
        const { takeLeftPages } = await import('./system/take-left-pages.ts')
        await takeLeftPages(world, folder, journal, newId)
      }
      if (folder === folders.data) await takeThoseOfParts()
      // With a door of its own: who takes in leaves it locked, and the command that follows may ask.
      if (receive && folder === folders.data && holdsAnything(journal.inbox))
        await receive(context, await openedBy(loadSealing))
      return journal
    },
    async door(how) {
      const { keychainFirst, passphrasesOf } = await import('./system/passphrases.ts')
      const dialogue = () => context.dialogue('')
      const passphrases = passphrasesOf(world, terminal.interactive, dialogue, part)
      const asking = { host: world.host, ...passphrases }
      // A part never goes to the keychain, and a file that was named goes first.
      if (how || part !== undefined || passphraseFileIn(world)) return asking
      const remembered = async (recipient: string) => {
        const { rememberedPassphrase } = await import('./system/keychain.ts')
        return rememberedPassphrase(world, folders.config, recipient)
      }
      return keychainFirst(asking, remembered, () => warn(staleKeychain))
    },
    checkup: () => ({ folder: folders.journal, host: world.host, now: world.now, newId, sealing }),
    async dialogue(instead) {
      if (!terminal.interactive)
        throw new UsageError(
          `there is nobody to ask here. ${instead}${world.inputIsPiped && !terminal.inputWasRead() ? `\n${takesPipe}` : ''}`,
        )
      if (world.dialogue) return world.dialogue()
      const { dialogueAt } = await import('./system/dialogue.ts')
      const today = dayAtOffset(world.now(), world.offset(world.now()), settings.nightEnds)
      const look = {
        get width() {
          return terminal.width
        },
        colours: await coloursFor(true),
        plain,
        piped: false,
        today,
      }
      return dialogueAt(world, { look, country: settings.country, dataFolder: folders.data })
    },
  }
  return context
}

const staleKeychain =
  'The keychain remembers another passphrase. `hearten vault keychain on` renews it.'

/** Nothing is ever written plain into a part. */
const noLock = (folder: string): string =>
  `${folder} does not say any more what it is sealed to. Nothing was changed.\nPut it back from a copy, or remove what is left with \`hearten vault part destroy\`.`
