import type { Context } from '../context.ts'
import { datesHere } from '../desk/flags.ts'
import { lookOf } from '../desk/look.ts'
import { changePreferences } from '../desk/preferences.ts'
import { UsageError } from '../errors.ts'
import { DateError, readDate } from '../journal/dates.ts'
import { visible } from '../render/gate.ts'
import type { LineLook } from '../render/lines.ts'
import { lines } from '../render/lines.ts'
import { settingsFile } from '../settings/read.ts'
import type { SettingRule, Settings } from '../settings/settings.ts'
import { defaultSettings, settingRules } from '../settings/settings.ts'

/** Every preference, its value and what it is for. */
export async function listSettings(context: Context): Promise<undefined> {
  const { terminal, globals, settings } = context
  if (globals.json) {
    const all = Object.fromEntries(settingRules.map(rule => [rule.name, settings[rule.field]]))
    terminal.data({ settings: all })
    return
  }
  const names = Math.max(...settingRules.map(rule => rule.name.length))
  const look = lookOf(context)
  for (const rule of settingRules) {
    const line = `${rule.name.padEnd(names)}  ${typed(settings[rule.field])}`
    const told = explained(rule, look)
    // Through a pipe each preference is one line, as it always was.
    terminal.print(terminal.outputIsTerminal ? `${line}\n${told}` : line)
  }
}

export async function getSetting(context: Context, [name = '']: string[]): Promise<undefined> {
  const { terminal, globals, settings } = context
  const rule = ruleNamed(name)
  const value = settings[rule.field]
  if (globals.json) terminal.data({ name: rule.name, value })
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
  const value = rule.field === 'seasonStart' ? startIn(text, context) : rule.read(text)
  if (!rule.accepts(value))
    throw new UsageError(`${rule.name} takes ${rule.wants}, not "${text}". Nothing was changed.`)
  await changePreferences(context, { [rule.name]: value })
  context.terminal.notify(`${rule.name} is now ${typed(value as Value)}.`)
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
export async function showPaths({ terminal, globals, folders }: Context): Promise<undefined> {
  const paths = { journal: folders.data, preferences: settingsFile(folders.config) }
  if (globals.json) terminal.data(paths)
  else {
    const shown = `journal      ${paths.journal}\npreferences  ${paths.preferences}`
    // Through a pipe they are data, to the byte.
    terminal.print(terminal.outputIsTerminal ? visible(shown) : shown)
  }
}

const explained = ({ about, wants }: SettingRule, look: LineLook): string =>
  lines(`${about} Takes ${wants}.`, look, look.colours.dim, '    ')

type Value = Settings[keyof Settings]

/** A value as one would type it. */
function typed(value: Value): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  const text = Array.isArray(value) ? value.join(', ') : String(value)
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
