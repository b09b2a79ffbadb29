import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asDay } from '../../../src/journal/day.ts'
import type { Entry } from '../../../src/journal/entry.ts'
import { periodOf } from '../../../src/journal/period.ts'
import { renderReport } from '../../../src/render/html/report.ts'
import { themes } from '../../../src/themes/theme.ts'
import { hasBrowser, type Page, withPage } from '../../helpers/browser.ts'
import { aCircle, anEntry, someJournal } from '../../helpers/builders.ts'
import { reviewOfAll } from '../../helpers/look-at.ts'
import fc from '../../helpers/properties.ts'
import { sampleJournal, samplePeople, sampleToday as today } from '../../helpers/sample-journal.ts'

const report = (journal: readonly Entry[]) =>
  renderReport(
    reviewOfAll({
      journal,
      period: periodOf('all', { today, first: journal[0]?.day ?? today }),
      ...{ today, circle: aCircle(...samplePeople), mutes: [] },
      settings: { words: true, resurface: true, seasonStart: '', hardDates: [] },
    }),
    today,
  )

const hostile = '<script>alert(1)</script> </style> " onload="x" & &lt; https://example.org/x.png'
const hostileNames = [
  '"><img src=x onerror=alert(1)>',
  'A name that goes on and on '.repeat(6),
  'أمل محمد',
  '李雷',
]
const sample = [
  ...sampleJournal(),
  ...hostileNames.map(name =>
    anEntry({ text: hostile, starred: true, people: [name], tags: [hostile] }),
  ),
  ...hostileNames.map(name =>
    anEntry({ kind: 'coping', details: { tool: name, before: 2, after: 4 } }),
  ),
]

describe('the file', () => {
  const page = report(sample)

  it('holds no address, no script and nothing to load', () => {
    const ours = report(sampleJournal())
    expect(ours).not.toMatch(
      /https?:|:\/\/|url\(|@import|<script|<link|<img|<iframe|src=|href=| on\w+=/,
    )
    expect(ours).toContain('content="default-src &#39;none&#39;; style-src &#39;sha256-')
  })

  it('keeps words words', () => {
    expect(page).not.toMatch(/<(script|img)/)
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  })

  it('has a title, a description and a table for each chart', () => {
    const count = (pattern: RegExp) => page.match(pattern)?.length
    const charts = count(/<svg /g)
    expect(charts).toBeGreaterThanOrEqual(7)
    for (const part of [/role="img"/g, /<title id=/g, /<desc id=/g, /<figcaption>/g, /<details>/g])
      expect(count(part), String(part)).toBe(charts)
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('is the same for the same review, and whole for any journal', () => {
    fc.assert(
      fc.property(someJournal, journal => {
        const html = report(journal)
        expect(html).toBe(report(journal))
        expect(html).not.toMatch(/NaN|undefined|Infinity|\[object|[\u0000-\u0009\u000b-\u001f]/)
        const tags = (pattern: RegExp) => html.match(pattern)?.length ?? 0
        for (const tag of ['section', 'svg', 'text', 'table', 'blockquote', 'p'])
          expect(tags(new RegExp(`<${tag}[ >]`, 'g')), tag).toBe(tags(new RegExp(`</${tag}>`, 'g')))
      }),
      { numRuns: 40 },
    )
  })

  it('is a page to hand to somebody: whose it is, every line with its day, no command', () => {
    const ours = report(sampleJournal())
    expect(ours).toMatch(/<p class="cover">\d+ days present, \d+ \w+ to 22 November 2026<\/p>/)
    const quotes = ours.match(/<blockquote.*?<\/blockquote>/gs) ?? []
    expect(quotes.length).toBeGreaterThan(5)
    for (const quoted of quotes)
      expect(quoted).toMatch(
        /<cite>(?:Open(?:, for .*)?|.*\d+ (?:September|October|November).*)<\/cite>/,
      )
    expect(ours.replace(/<footer>.*/s, '')).not.toMatch(/hearten/)
    expect(ours).not.toMatch(/<h2>(?: |<span>[^<]*<\/span>)*<\/h2>|<section[^>]*>\s*<\/section>/)
    expect(ours).toContain('Made by hearten on 22 November 2026')
  })

  it('explains the words it has, and no others', () => {
    const words = (html: string) => [...html.matchAll(/<dt>([^<]+)</g)].map(([, word]) => word)
    expect(words(report(sampleJournal()))).toEqual([
      'Rated',
      'Middle',
      'Probably between',
      'Weighed',
    ])
    expect(
      words(report([anEntry({ text: 'The middle was probably rated and weighed.' })])),
    ).toEqual([])
  })

  it('draws no chart of a few points', () => {
    const some = (n: number) =>
      Array.from({ length: n }, (_, at) => anEntry({ day: asDay(`2026-11-0${at + 1}`), mood: 3 }))
    expect(report(some(7))).not.toContain('class="point"')
    expect(report(some(8)).match(/class="point"/g)).toHaveLength(8)
  })

  it('shows ten years a row a month', () => {
    const years = Array.from({ length: 10 }, (_, n) =>
      anEntry({ day: asDay(`${2017 + n}-03-05`), mood: 3 }),
    )
    expect(report(years).match(/class="mood3"/g)).toHaveLength(10)
  })
})

/** Runs in the page: every piece of text with its colour and what lies behind it. */
const textColours = `(() => {
  const rgb = colour => colour.match(/[\\d.]+/g).map(Number)
  const behind = (element, x, y) => {
    for (const other of document.elementsFromPoint(x, y)) {
      if (other === element || other.tagName === 'text') continue
      const style = getComputedStyle(other)
      const inSvg = other.ownerSVGElement
      const colour = inSvg ? style.fill : style.backgroundColor
      if (inSvg && ['line', 'polyline'].includes(other.tagName)) continue
      if (colour !== 'none' && rgb(colour)[3] !== 0) return colour
    }
    return getComputedStyle(document.body).backgroundColor
  }
  const found = []
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const element = node.parentElement
    if (!node.data.trim() || !element.checkVisibility()) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const box = range.getClientRects()[0]
    if (!box || box.width === 0) continue
    const style = getComputedStyle(element)
    const colour = element.tagName === 'text' ? style.fill : style.color
    found.push({
      text: node.data.trim().slice(0, 30),
      colour: rgb(colour),
      behind: rgb(behind(element, box.x + box.width / 2, box.y + box.height / 2)),
    })
  }
  return found
})()`

interface TextColour {
  readonly text: string
  readonly colour: number[]
  readonly behind: number[]
}

/** WCAG 2.2, contrast (minimum). */
function contrast({ colour, behind }: TextColour): number {
  const luminance = (rgb: number[]) => {
    const [r = 0, g = 0, b = 0] = rgb
      .slice(0, 3)
      .map(c => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const [dark = 0, light = 0] = [luminance(colour), luminance(behind)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

/** Runs in the page: what is wider than its place, and charts or letters too small to see. */
const misfits = `(() => {
  const width = document.documentElement.clientWidth
  const found = document.documentElement.scrollWidth > width ? ['the page scrolls sideways'] : []
  for (const element of document.querySelectorAll('body *')) {
    const box = element.getBoundingClientRect()
    if (box.width === 0 || !element.checkVisibility() || element.closest('.scroll')) continue
    if (box.right > width + 1 || box.left < -1) found.push(element.tagName + ' ' + element.textContent.slice(0, 40))
  }
  for (const chart of document.querySelectorAll('svg')) {
    const { width, height } = chart.getBoundingClientRect()
    if (width < 200 || height < 25) found.push('a chart of ' + width + ' by ' + height)
    for (const text of chart.querySelectorAll('text'))
      if (text.getBoundingClientRect().height < 8) found.push('small: ' + text.textContent)
  }
  return found
})()`

describe.skipIf(!hasBrowser)('in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hearten-report-'))
  const file = join(folder, 'report.html')
  beforeAll(() => writeFileSync(file, report(sample)))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const inPage = <T>(use: (page: Page) => Promise<T>) => withPage(file, use)

  it('opens without a complaint and asks nobody for anything', async () => {
    await inPage(async page => {
      expect(await page.evaluate('document.querySelectorAll("svg").length')).toBeGreaterThan(6)
      expect(await page.evaluate('document.scripts.length')).toBe(0)
      expect(page.complaints).toEqual([])
      expect(page.requests).toEqual([])
    })
  })

  it('fits a desk and a phone, closed and opened, and can be read in light and in dark', async () => {
    await inPage(async page => {
      for (const opened of [false, true]) {
        await page.evaluate(
          `for (const one of document.querySelectorAll("details")) one.open = ${opened}`,
        )
        for (const scheme of ['light', 'dark'] as const)
          for (const width of [1200, 390, 320]) {
            await page.look('screen', scheme, width)
            expect(await page.evaluate(misfits), `${scheme} ${width}`).toEqual([])
            const texts = await page.evaluate<TextColour[]>(textColours)
            expect(texts.length).toBeGreaterThan(200)
            expect(texts.filter(text => contrast(text) < 4.5)).toEqual([])
          }
      }
    })
  })

  it('can be read in large type', async () => {
    await inPage(async page => {
      await page.look('screen', 'light', 390)
      await page.evaluate('document.documentElement.style.fontSize = "32px"')
      expect(await page.evaluate(misfits)).toEqual([])
    })
  })

  it.each([
    ['A4', 210, 297],
    ['Letter', 215.9, 279.4],
  ])('prints whole on %s', async (_, width, height) => {
    await inPage(async page => {
      // What is left between margins of 18 mm, at 96 pixels an inch.
      await page.look('print', 'dark', Math.floor(((width - 36) / 25.4) * 96))
      expect(await page.evaluate(misfits)).toEqual([])
      const texts = await page.evaluate<TextColour[]>(textColours)
      expect(texts.filter(text => contrast(text) < 4.5)).toEqual([])
      const pdf = join(folder, 'report.pdf')
      writeFileSync(pdf, await page.pdf(width, height))
      const read = spawnSync('pdftotext', ['-bbox', pdf, '-'], { encoding: 'utf8' })
      if (read.error) {
        console.log('Skipped: what the PDF says (on Debian: apt-get install poppler-utils).')
        expect(process.env.CI).not.toBe('true')
        return
      }
      const pages = [
        ...read.stdout.matchAll(/<page width="([\d.]+)" height="([\d.]+)">(.*?)<\/page>/gs),
      ]
      // One for what was present, one or more for each theme, one for the rest.
      expect(pages.length).toBeGreaterThan(themes.length + 1)
      const words = pages.flatMap(([, width, height, body = '']) =>
        [
          ...body.matchAll(
            /xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)/g,
          ),
        ].map(([, left, top, right, bottom, word]) => ({
          word,
          inside:
            Number(left) >= 0 &&
            Number(top) >= 0 &&
            Number(right) <= Number(width) &&
            Number(bottom) <= Number(height),
        })),
      )
      expect(words.filter(({ inside }) => !inside)).toEqual([])
      const text = words.map(({ word }) => word).join(' ')
      for (const { name } of themes) expect(text).toContain(name)
      expect(text).toContain('Nothing was sent anywhere.')
    })
  })
})
