/**
 * The one style sheet of a report. Moods run from blue to amber, the same on light and on dark paper, and
 * carry their digit; nothing is told by colour alone. Pairs of colours were chosen for WCAG AA, which the
 * tests measure in a browser.
 */
export const style = `
:root {
  color-scheme: light dark;
  --sans: system-ui, -apple-system, "Segoe UI", sans-serif;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, Georgia, "Noto Serif", "DejaVu Serif", serif;
  --paper: #fbf8f3; --ink: #2a2622; --soft: #665d54; --warm: #96491c; --rule: #ddd5ca;
  --none: #efe9e0; --band: #ecd9c8;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #1c1a18; --ink: #ece6de; --soft: #b0a598; --warm: #e8a878; --rule: #403a35;
    --none: #2a2724; --band: #4a3527;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 2.5rem 1rem 4rem; max-width: 40rem;
  background: var(--paper); color: var(--ink);
  font: 1rem/1.55 var(--sans); overflow-wrap: anywhere;
}
header { border-bottom: 1px solid var(--rule); padding-bottom: 1.4rem; }
h1 { font: 600 2.6rem/1.15 var(--serif); margin: 0; }
.kicker { color: var(--warm); font-size: .9rem; letter-spacing: .04em; margin: 0 0 .3rem; }
.cover { color: var(--soft); font-size: 1.05rem; margin: .5rem 0 0; }
h2 { font: 600 1.45rem/1.25 var(--serif); color: var(--warm); margin: 0 0 .6rem; }
h2 span { color: var(--soft); font: 1rem var(--sans); white-space: nowrap; }
section { margin: 2.8rem 0 0; }
section.opening { margin-top: 1.6rem; font-size: 1.15rem; }
p { margin: .35rem 0; }
.note, figcaption, summary, dl { color: var(--soft); font-size: .9rem; }
dt { font-weight: 600; margin-top: .5rem; }
dd { margin: 0; }
/* Their own words are the loudest thing on the page. */
blockquote { margin: 1.1rem 0; padding: 0 0 0 1rem; border-left: 3px solid var(--warm); }
blockquote p { font: 1.3rem/1.45 var(--serif); margin: 0; }
.opening blockquote p { font-size: 1.5rem; }
blockquote cite { color: var(--soft); font-size: .9rem; font-style: normal; display: block; margin-top: .15rem; }
figure { margin: 1.1rem 0; }
svg { display: block; width: 100%; height: auto; overflow: visible; }
figcaption { margin-top: .4rem; }
summary { cursor: pointer; padding: .3rem 0; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-size: .9rem; width: 100%; }
th, td { text-align: left; padding: .2rem .6rem .2rem 0; border-bottom: 1px solid var(--rule); vertical-align: top; overflow-wrap: break-word; }
thead th { color: var(--soft); font-weight: normal; }
tbody th { font-weight: normal; }
.label, .small, .digit { font-family: inherit; font-size: 11px; fill: var(--ink); }
.halo { paint-order: stroke; stroke: var(--paper); stroke-width: 3px; }
.small { font-size: 9px; fill: var(--soft); }
.digit { font-size: 9px; }
.bar, .point { fill: var(--warm); }
.before { fill: var(--paper); stroke: var(--warm); stroke-width: 1.5; }
.rule { stroke: var(--rule); }
.trend { stroke: var(--warm); stroke-width: 1.5; fill: none; }
.band { fill: var(--band); }
.none, .here { fill: var(--none); }
.mood1 { fill: #34436b; } .on-mood1 { fill: #fff; }
.mood2 { fill: #54679a; } .on-mood2 { fill: #fff; }
.mood3 { fill: #cfd3dc; } .on-mood3 { fill: #22201d; }
.mood4 { fill: #f1dcae; } .on-mood4 { fill: #22201d; }
.mood5 { fill: #e5ac45; } .on-mood5 { fill: #22201d; }
/* A chart is drawn for a phone; where it is shown larger, its letters stay as they are. */
@media (min-width: 36rem) {
  .label { font-size: 8px; }
  .small, .digit { font-size: 7px; }
}
footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--rule); color: var(--soft); font-size: .9rem; }
@media print {
  :root {
    color-scheme: light;
    --paper: #fff; --ink: #000; --soft: #4a4a4a; --warm: #7d3a12; --rule: #ccc; --none: #f0f0f0; --band: #ecdccf;
  }
  html { font-size: 10.5pt; }
  body { padding: 0; max-width: none; orphans: 3; widows: 3; }
  svg { max-width: 100mm; }
  section { margin-top: 1.8rem; }
  blockquote, figure { margin: .7rem 0; }
  blockquote p { font-size: 1.2rem; }
  .label { font-size: 9px; }
  .small, .digit { font-size: 8px; }
  dt { break-after: avoid; }
  .theme { break-before: page; }
  .theme + .more { break-before: page; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  h2, summary { break-after: avoid; }
  figure, blockquote, tr, dt { break-inside: avoid; }
  details:not([open]) { display: none; }
}
@page { margin: 20mm 18mm; }
`
