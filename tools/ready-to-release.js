// `node tools/ready-to-release.js`, also by `npm run check -- --release`: what a release needs and the project by itself does not.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * What is still missing, a line each.
 * @param {{ version?: string, repository?: string | { url?: string }, bugs?: string | { url?: string }, homepage?: string }} manifest
 * @param {string} changelog
 */
export function missingForRelease({ version, repository, bugs, homepage }, changelog) {
  const addresses = { repository: urlOf(repository), bugs: urlOf(bugs), homepage }
  const missing = Object.entries(addresses).flatMap(([name, url]) =>
    /^(?:git\+)?https:\/\/(?!example\b)[\w-]+(?:\.[\w-]+)+\//.test(url ?? '')
      ? []
      : [`package.json: "${name}" is no public address yet`],
  )
  const heads = [...changelog.matchAll(/^## (.*)$/gm)].map(([, head = '']) => head)
  if (!heads.some(head => head.split(/[ ,]/)[0] === version))
    missing.push(`CHANGELOG.md: there is no "## ${version}"`)
  if (/^## Unreleased\n+(?!## )\S/m.test(changelog))
    missing.push('CHANGELOG.md: what is under "Unreleased" belongs to this version')
  return missing
}

/** @param {string | { url?: string } | undefined} value */
const urlOf = value => (typeof value === 'object' ? value.url : value)

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = (/** @type {string} */ file) =>
    readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')
  const missing = missingForRelease(JSON.parse(text('package.json')), text('CHANGELOG.md'))
  if (missing.length > 0) console.error(missing.join('\n'))
  process.exitCode = missing.length > 0 ? 1 : 0
}
