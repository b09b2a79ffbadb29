/**
 * The one style sheet of a report. Moods run from blue to amber, the same on light and on dark paper, and
 * carry their digit; nothing is told by colour alone. Pairs of colours were chosen for WCAG AA, which the
 * tests measure in a browser.
 */
export const style = `
:root {
  color-scheme: light dark;
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
  margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 42rem;
  background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", sans-serif; overflow-wrap: anywhere;
}
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .5rem; }
h2 { font-size: 1.15rem; color: var(--warm); margin: 0 0 .5rem; }
h2 span { color: var(--soft); font-weight: normal; }
section { margin: 2.2rem 0 0; }
p { margin: .35rem 0; }
.note, figcaption, summary { color: var(--soft); font-size: .9rem; }
blockquote { margin: .6rem 0; padding: .1rem 0 .1rem .9rem; border-left: 3px solid var(--warm); }
blockquote cite { color: var(--soft); font-size: .9rem; font-style: normal; display: block; }
figure { margin: .9rem 0; }
svg { display: block; width: 100%; max-width: 34rem; height: auto; overflow: visible; }
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
.mean { stroke: var(--warm); stroke-width: 1.5; stroke-dasharray: 5 4; }
.trend { stroke: var(--warm); stroke-width: 1.5; fill: none; }
.band { fill: var(--band); }
.none, .here { fill: var(--none); }
.mood1 { fill: #34436b; } .on-mood1 { fill: #fff; }
.mood2 { fill: #54679a; } .on-mood2 { fill: #fff; }
.mood3 { fill: #cfd3dc; } .on-mood3 { fill: #22201d; }
.mood4 { fill: #f1dcae; } .on-mood4 { fill: #22201d; }
.mood5 { fill: #e5ac45; } .on-mood5 { fill: #22201d; }
footer { margin-top: 3rem; color: var(--soft); font-size: .9rem; }
@media print {
  :root {
    color-scheme: light;
    --paper: #fff; --ink: #000; --soft: #4a4a4a; --warm: #7d3a12; --rule: #ccc; --none: #f0f0f0; --band: #ecdccf;
  }
  body { padding: 0; max-width: none; font-size: 10.5pt; }
  svg { max-width: 26rem; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  h2, summary { break-after: avoid; }
  figure, blockquote, tr { break-inside: avoid; }
  details:not([open]) { display: none; }
}
`
