import type { Importer } from '../importer.ts'
import { columnsOf, partsOf, tableIn } from '../table.ts'
import { journalOf, tableRows } from './rows.ts'
import { clock, writtenDay } from './when.ts'

// Facts about How We Feel: headers and dates of its CSV, older and newer, as people put them on public trackers.

/** The CSV of How We Feel. Sleep, steps and the like stay behind. */
export const howWeFeelImporter: Importer = {
  id: 'how-we-feel',
  what: 'the CSV of How We Feel',
  recognises(bytes) {
    const names = columnsOf(bytes)
    return ['date', 'mood', 'tags (people)'].every(name => names.includes(name))
  },
  read(bytes, stamp, about) {
    const { rows } = tableIn(bytes)
    const placed = tableRows(rows, cells => {
      const date = cells.date ?? ''
      const time = /\d{1,2}:\d\d(?::\d\d)?\s?(?:[AP]M)?/i.exec(date)?.[0] ?? ''
      const when = clock(writtenDay(date), time, undefined, stamp)
      if (typeof when === 'string') return when
      const said = [cells.notes, cells.reflections, cells.takeaways]
      const tags = ['tags (people)', 'tags (places)', 'tags (events)']
      return {
        ...{ when, key: cells, feelings: partsOf(cells.mood ?? '') },
        text: said.filter(Boolean).join('\n\n'),
        tags: tags.flatMap(name => partsOf(cells[name] ?? '')),
      }
    })
    return journalOf('how-we-feel', placed, stamp, about)
  },
}
