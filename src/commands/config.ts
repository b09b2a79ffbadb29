import { isAbsolute } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Context } from '../context.ts'
import { datesHere } from '../desk/flags.ts'
import { lookOf } from '../desk/look.ts'
import { changePreferences } from '../desk/preferences.ts'
import { UsageError, UserError } from '../errors.ts'
import { DateError, readDate } from '../journal/dates.ts'
import { visible } from '../render/gate.ts'
import type { LineLook } from '../render/lines.ts'
import { lines } from '../render/lines.ts'
import { settingsFile, settingsHere } from '../settings/read.ts'
import type { SettingRule, Settings } from '../settings/settings.ts'
import { defaultSettings, settingRules } from '../settings/settings.ts'
import { backgroundIn } from '../system/background.ts'
import { drawsNothing } from '../system/colour-level.ts'

/** Every preference, its value and what it is for. */
export async function listSettings(context: Context): Promise<undefined> {
  const { terminal, globals, settings } = context
  const originOf = originsIn(context)
  if (globals.json) {
    const byName = <T>(value: (rule: SettingRule) => T) =>
      Object.fromEntries(settingRules.map(rule => [rule.name, value(rule)]))
    terminal.data({ settings: byName(rule => settings[rule.field]), origins: byName(originOf) })
    return
  }
  const names = Math.max(...settingRules.map(rule => rule.name.length))
  const values = Math.max(...settingRules.map(rule => typed(settings[rule.field]).length))
  const look = lookOf(context)
  for (const rule of settingRules) {
    const value = typed(settings[rule.field]).padEnd(Math.min(values, 16))
    const line = `${rule.name.padEnd(names)}  ${value}  ${originOf(rule)}`
    const told = explained(rule, look)
    // Through a pipe each preference is one line, as it always was.
    if (terminal.outputIsTerminal) terminal.printWords(`${line}\n${told}`)
    else terminal.print(line)
  }
}

/**
 * Where a value is from: the preferences that were set, or the usual one. Plain lines and colours may also come of
 * a flag or a variable for this once, whatever is set.
 */
function originsIn({
  folders,
  globals,
  env,
  platform,
  terminal,
}: Context): (rule: SettingRule) => string {
  const { kept = {} } = settingsHere(folders.config)
  const isPlain = globals.plain ? '--plain' : drawsNothing({ env, platform })
  const noColour = globals.color ? env.NO_COLOR && 'NO_COLOR' : '--no-color'
  const forced = env.FORCE_COLOR && 'FORCE_COLOR'
  const said = env.COLORFGBG && 'COLORFGBG'
  return ({ name, field, accepts }) => {
    const isSet = kept[name] !== undefined && accepts(kept[name])
    const origin = isSet ? 'set' : 'usual'
    if (field === 'plain' && isPlain) return `${origin}; now yes by ${isPlain}`
    if (field === 'colors' && !terminal.plain) {
      if (noColour) return `${origin}; now none by ${noColour}`
      if (forced) return `${origin}; now some by ${forced}`
      const background = backgroundIn(env)
      if (!isSet && said && background) return `${origin}; now ${background} by ${said}`
    }
    return origin
  }
}

export async function getSetting(context: Context, [name = '']: string[]): Promise<undefined> {
  const { terminal, globals, settings } = context
  const rule = ruleNamed(name)
  const value = settings[rule.field]
  if (globals.json) terminal.data({ name: rule.name, value, origin: originsIn(context)(rule) })
  else if (terminal.outputIsTerminal) {
    terminal.print(`${typed(value)}\n${explained(rule, lookOf(context))}`)
  } else terminal.print(typed(value))
}

export async function setSetting(
  context: Context,
  [name = '', ...words]: string[],
): Promise<undefined> {
  const rule = ruleNamed(name)
  const text = words.join(' ')
  const value = await valueMeant(rule, text, context)
  if (!rule.accepts(value))
    throw new UsageError(`${rule.name} takes ${rule.wants}, not "${text}". Nothing was changed.`)
  await changePreferences(context, { [rule.name]: value })
  context.terminal.notify(`${rule.name} is now ${typed(value as Value)}.`)
}

async function valueMeant(rule: SettingRule, text: string, context: Context): Promise<unknown> {
  if (rule.field === 'seasonStart') return startIn(text, context)
  if (rule.field !== 'colors' || text.trim().toLowerCase() !== 'ask') return rule.read(text)
  const background = await context.askBackground()
  if (background) return background
  throw new UserError(
    'The terminal does not say what its background is. Nothing was changed.\n`hearten config set colors light` or `dark` says it.',
  )
}

/** The day that words mean, as near as people know it; words that mean none are left to be refused. */
function startIn(text: string, context: Context): string {
  try {
    return readDate(text, { ...datesHere(context), future: false }).from
  } catch (error) {
    if (error instanceof DateError) return text
    throw error
  }
}

export async function unsetSetting(context: Context, [name = '']: string[]): Promise<undefined> {
  const rule = ruleNamed(name)
  await changePreferences(context, { [rule.name]: undefined })
  context.terminal.notify(`${rule.name} is ${typed(defaultSettings[rule.field])} again.`)
}

/** Where things are kept. */
export async function showPaths({
  terminal,
  globals,
  folders,
  env,
  platform,
}: Context): Promise<undefined> {
  const paths = { journal: folders.data, preferences: settingsFile(folders.config) }
  const onLinux = platform !== 'win32' && platform !== 'darwin'
  const origin = (base: string) =>
    env.HEARTEN_HOME ? 'HEARTEN_HOME' : onLinux && isAbsolute(env[base] ?? '') ? base : 'usual'
  const origins = {
    journal: globals.journal === undefined ? origin('XDG_DATA_HOME') : '--journal',
    preferences: origin('XDG_CONFIG_HOME'),
  }
  if (globals.json) terminal.data({ ...paths, origins })
  else if (!terminal.outputIsTerminal) {
    terminal.print(`journal      ${paths.journal}\npreferences  ${paths.preferences}`)
  } else {
    const shown = (path: string) =>
      terminal.colours.link(visible(path), pathToFileURL(path).toString())
    // Through a pipe they are data, to the byte.
    terminal.print(`journal      ${shown(paths.journal)} (${origins.journal})`)
    terminal.print(`preferences  ${shown(paths.preferences)} (${origins.preferences})`)
  }
}

const explained = ({ about, wants }: SettingRule, look: LineLook): string =>
  lines(`${about} Takes ${wants}.`, look, look.colours.dim, '    ')

type Value = Settings[keyof Settings]

/** A value as one would type it. */
function typed(value: Value): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.join(', ')
  const text = String(value)
  return text === '' ? '(not set)' : text
}

function ruleNamed(name: string): SettingRule {
  const key = name
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '')
  const rule = settingRules.find(it => it.field.toLowerCase() === key)
  if (rule) return rule
  const names = settingRules.map(it => it.name).join(', ')
  throw new UsageError(`There is no preference "${name}". There are: ${names}.`)
}
