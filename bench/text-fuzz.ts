// `npm run torture:text -- [--terminal 1000000] [--yaml 100000] [--csv 100000]`: text that nobody hopes for, put together at random,
// goes out to a terminal, into what stands in front of a note, and into a table. A terminal must obey nothing of it; two readers of
// YAML must say what was meant, and the same; a table must come back, and no program for tables may take a cell for a formula.
import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import { load } from 'js-yaml'
import { parse } from 'yaml'
import { entriesToCsv } from '../src/formats/csv.ts'
import { frontMatter } from '../src/formats/front-matter.ts'
import { tableIn } from '../src/formats/table.ts'
import { asDay } from '../src/journal/day.ts'
import { visible, visibleLine } from '../src/render/gate.ts'
import { note } from './crash-states/deeds.ts'
import { reported } from './figures.ts'

const { values } = parseArgs({
  options: {
    terminal: { type: 'string', default: '1000000' },
    yaml: { type: 'string', default: '100000' },
    csv: { type: 'string', default: '100000' },
  },
})

const pieces = [
  ...[
    '\x1b[2J',
    '\x1b]0;x\x07',
    '\x1bP',
    '\x9b',
    '\x9d',
    '\x00',
    '\r',
    '\n',
    '\t',
    '\x7f',
    '\u2028',
  ],
  ...[
    '\u202e',
    '\u2066',
    '\u{e0041}',
    '\ud800',
    '\udc00',
    '\ufffe',
    '\uffff',
    '\ufeff',
    '\u200d',
    '👩‍🚀',
  ],
  ...['=1+1', '+1', '-1', '@SUM(A1)', "'", '"', '""', ',', ';', '=cmd|', ' ', '  ', '%', '\u0085'],
  ...[
    '---',
    '...',
    '- ',
    '? ',
    ': ',
    '#',
    ' #',
    '&a',
    '*a',
    '!!tag',
    '{',
    '}',
    '[',
    ']',
    '|',
    '>',
    '%YAML',
  ],
  ...[
    'yes',
    'no',
    'null',
    '~',
    '0x1f',
    '1e3',
    '1:30',
    '.inf',
    '2026-11-22',
    '<<',
    'word',
    'é',
    'e\u0301',
    'שלום',
  ],
]
function anything(): string {
  let text = ''
  for (let left = 1 + randomInt(6); left > 0; left--)
    text +=
      randomInt(4) === 0
        ? String.fromCharCode(randomInt(2) ? randomInt(0x100) : randomInt(0x10000))
        : (pieces[randomInt(pieces.length)] ?? '')
  return text
}

const obeyed =
  /[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u206f]|[\p{Surrogate}\u{e0000}-\u{e007f}]/u
const wrong = {
  'a terminal would obey': 0,
  'YAML nobody can read': 0,
  'YAML that says something else': 0,
  'tables that say something else': 0,
  'taken for a formula': 0,
}
const say = (what: keyof typeof wrong, text: string) => {
  if (++wrong[what] <= 3) console.log(`${what}: ${JSON.stringify(text)}`)
}
const today = asDay('2026-11-22')

for (let run = 0; run < Number(values.terminal); run++) {
  const text = anything()
  if (obeyed.test(visible(text)) || /[\n\t]/.test(visibleLine(text)))
    say('a terminal would obey', text)
}
for (let run = 0; run < Number(values.yaml); run++) {
  const name = anything()
  const wanted = visibleLine(name)
  const yaml = frontMatter(today, [{ ...note('x'), people: [name] }]).split('\n---\n')[0] ?? ''
  try {
    const read = [parse(yaml), load(yaml)].map(it => JSON.stringify(it.people ?? []))
    const meant = JSON.stringify(wanted.trim() === '' ? [] : [wanted])
    if (read.some(it => it !== meant)) say('YAML that says something else', name)
  } catch {
    say('YAML nobody can read', name)
  }
}
for (let run = 0; run < Number(values.csv); run++) {
  const text = anything()
  const csv = entriesToCsv([{ ...note('x'), text }], { today })
  const [row, another] = [...tableIn(Buffer.from(csv)).rows]
  const cell = row?.cells.text ?? ''
  if (/^[=+@-]/.test(cell)) say('taken for a formula', text)
  const isSame = cell.replace(/^'(?=['\s]*[=+@-])/, '').trim() === visible(text).trim()
  if (!isSame || another || row?.problem) say('tables that say something else', text)
}
reported(
  {
    'for a terminal': Number(values.terminal),
    'as YAML': Number(values.yaml),
    'as tables': Number(values.csv),
  },
  wrong,
  'All of it came out as words.',
)
