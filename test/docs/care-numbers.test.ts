import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { inSentence } from '../../src/themes/countries.ts'
import type { Purpose } from '../../src/themes/helpline.ts'
import { waysToReach } from '../../src/themes/helpline.ts'
import { helplineCountries, helplinesFor } from '../../src/themes/helplines.ts'
import { listed } from '../../src/wording/counts.ts'

const page = readFileSync(new URL('../../docs/care.md', import.meta.url), 'utf8')

const row = (...cells: readonly string[]) => `| ${cells.join(' | ')} |`

/** Every number as the program shows it, with what a human needs to look it up again. */
function tables(): string {
  const countries = helplineCountries.map(helplinesFor).sort((a, b) => (a.name < b.name ? -1 : 1))
  return [
    row('Country', 'Line', 'How', 'For whom', 'When', 'Read on', 'Checked', 'Sure'),
    row(...Array<string>(8).fill('---')),
    ...countries.flatMap(({ name, emergency, lines }) => [
      row(name, '**in danger**', emergency, 'anyone', '', '', '', ''),
      ...lines.map(line =>
        row(
          name,
          line.name,
          waysToReach(line),
          line.audience,
          line.hours,
          line.sources.join(', '),
          line.checkedOn,
          line.confidence,
        ),
      ),
    ]),
  ].join('\n')
}

const listedFor = (about: Purpose, inPart: boolean) =>
  listed(
    helplineCountries
      .map(helplinesFor)
      .filter(({ gaps }) => gaps.some(gap => gap.about === about && gap.inPart === inPart))
      .map(({ name }) => inSentence(name))
      .sort(),
  )

it('docs/care.md says where no line is known, as the screen does', () => {
  const said = page.replace(/\s+/g, ' ')
  expect(said).toContain(
    `No line for people hurt at home is confirmed for ${listedFor('violence', false)}, nor for all of ${listedFor('violence', true)}.`,
  )
  expect(said).toContain(
    `No crisis line is confirmed for ${listedFor('crisis', false)}, nor for all of ${listedFor('crisis', true)}.`,
  )
})

// `npx vitest run --project here test/docs/care-numbers.test.ts -u` writes the page anew.
it('docs/care.md lists every number, with its sources, its date and how sure it is', async () => {
  const [before, after] = page.split(/^\| Country \|.*\n(?:\|.*\n)*/m)
  await expect(`${before}${tables()}\n${after}`).toMatchFileSnapshot('../../docs/care.md')
})
