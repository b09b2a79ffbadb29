/** One command: its cost in bare starts at each size of journal, in entries. */
export interface Growth {
  readonly name: string
  readonly points: readonly (readonly [size: number, ratio: number])[]
}

const [width, height] = [740, 420]
const margin = { left: 50, right: 230, top: 20, bottom: 40 }
/** Lines of the same colour are told apart by these. */
const strokes = ['', ' stroke-dasharray="5 3"', ' stroke-dasharray="1 3"']
const colours = [
  '#0b6e99',
  '#a33b20',
  '#4a7a2b',
  '#6b4ba3',
  '#8a6d00',
  '#00736b',
  '#99335f',
  '#555555',
]

/**
 * How the cost of each command grows with the journal, as an SVG: both axes logarithmic, so that a straight
 * line is a power, and a level one is what does not depend on the journal.
 */
export function growthPlot(lines: readonly Growth[]): string {
  const sizes = [...new Set(lines.flatMap(({ points }) => points.map(([size]) => size)))]
  const most = Math.max(...lines.flatMap(({ points }) => points.map(([, ratio]) => ratio)), 4)
  const x = scale(Math.min(...sizes), Math.max(...sizes), margin.left, width - margin.right)
  const y = scale(1, most * 1.1, height - margin.bottom, margin.top)
  const grid = Array.from({ length: 16 }, (_, power) => 2 ** power).filter(it => it <= most)
  const drawn = lines.map(({ name, points }, at) => {
    const colour = colours[at % colours.length]
    const path = points.map(([size, ratio]) => `${x(size)},${y(ratio)}`).join(' ')
    const dashes = strokes[Math.floor(at / colours.length) % strokes.length]
    const row = margin.top + 14 + at * 18
    const from = width - margin.right + 16
    return `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="1.8"${dashes}/>
<line x1="${from}" y1="${row - 4}" x2="${from + 20}" y2="${row - 4}" stroke="${colour}" stroke-width="1.8"${dashes}/>
<text x="${from + 26}" y="${row}">${name}</text>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12" fill="#222">
<title>How the cost of each command grows with the journal</title>
<rect width="${width}" height="${height}" fill="#fff"/>
${grid.map(it => `<line x1="${margin.left}" y1="${y(it)}" x2="${width - margin.right}" y2="${y(it)}" stroke="#ddd"/><text x="${margin.left - 8}" y="${y(it) + 4}" text-anchor="end">${it}</text>`).join('\n')}
${sizes.map(it => `<text x="${x(it)}" y="${height - margin.bottom + 18}" text-anchor="middle">${it.toLocaleString('en')}</text>`).join('\n')}
<text x="${(margin.left + width - margin.right) / 2}" y="${height - 6}" text-anchor="middle">entries in the journal; upwards: bare starts of Node</text>
${drawn.join('\n')}
</svg>
`
}

/** From a logarithmic range to a linear one. */
function scale(low: number, high: number, from: number, to: number): (value: number) => number {
  const span = Math.log(high / low) || 1
  return value => Math.round((from + ((to - from) * Math.log(value / low)) / span) * 10) / 10
}
