import type { WeighedTool } from '../../reflect/toolkit.ts'
import { signed } from '../../wording/counts.ts'
import { shortened } from '../entry.ts'
import { timesRated } from '../toolkit.ts'
import type { Figure } from './figure.ts'
import { figureWidth, told } from './figure.ts'
import { markup } from './markup.ts'

const rowHeight = 36
const left = 8
const right = figureWidth - 8
const xOf = (mood: number): number => left + ((mood - 1) / 4) * (right - left)

/** Mood before (a ring) and after (a full dot) each coping tool, on the scale from 1 to 5. */
export function changeChart(tools: readonly WeighedTool[]): Figure {
  const height = tools.length * rowHeight + 16
  return {
    ...{ id: 'tools', title: 'Coping tools', height },
    ...told('Mean mood before (ring) and after (dot) each tool, from 1 to 5.'),
    drawing: [
      ...[1, 2, 3, 4, 5].map(
        mood =>
          markup`<line class="rule" x1="${xOf(mood)}" x2="${xOf(mood)}" y1="0" y2="${height - 14}"/>
<text class="label" x="${xOf(mood)}" y="${height - 2}" text-anchor="middle">${String(mood)}</text>
`,
      ),
      ...tools.map(({ name, uses, mood }, row) => {
        const y = row * rowHeight + 25
        return markup`<text class="label halo" x="${left}" y="${y - 11}">${shortened(name, 36)}, ${timesRated({ uses, mood })} times</text>
<line class="trend" x1="${xOf(mood.before)}" x2="${xOf(mood.after)}" y1="${y}" y2="${y}"/>
<circle class="before" cx="${xOf(mood.before)}" cy="${y}" r="4.5"/>
<circle class="point" cx="${xOf(mood.after)}" cy="${y}" r="4.5"/>
`
      }),
    ],
    columns: ['tool', 'times', 'before', 'after', 'weighed change'],
    rows: tools.map(({ name, uses, mood, weighed }) => [
      ...[
        name,
        timesRated({ uses, mood }),
        mood.before.toFixed(1),
        mood.after.toFixed(1),
        signed(weighed),
      ],
    ]),
  }
}
