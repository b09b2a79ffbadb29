// The licences of what is bundled, as text: each package by name and version, with its own licence file.
import { readdirSync, readFileSync } from 'node:fs'

/**
 * @param {readonly string[]} modules absolute paths of the bundled modules
 * @returns {string}
 */
export function thirdParty(modules) {
  const folders = new Set(modules.map(packageFolder).filter(folder => folder !== undefined))
  const notices = [...folders].map(noticeOf).sort()
  return `hearten contains parts of the packages below, each under its own licence.\n\n${notices.join('\n')}`
}

/** The innermost package that a module belongs to. @param {string} module */
function packageFolder(module) {
  return /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(module)?.[1]
}

/** @param {string} folder */
function noticeOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'))
  const file = readdirSync(folder).find(entry => /^licen[cs]e(\.|$)/i.test(entry))
  if (!license || !file)
    throw new Error(`${name} says nothing of its licence, so it cannot be shipped`)
  const rule = '-'.repeat(72)
  return `${rule}\n${name} ${version} (${license})\n${rule}\n${readFileSync(`${folder}/${file}`, 'utf8').trim()}\n`
}
