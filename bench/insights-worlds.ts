// The worlds that insights and trends are tried in: in most of them there is nothing to find.
import type { World } from './insights-journals.ts'

const plain: World = {
  ...{ mood: 'lingering', habits: 'loose', selective: false, effect: 0, delay: 0 },
  ...{
    weekly: [0, 0],
    season: [0, 0],
    drift: [0, 0],
    companion: false,
    slopePerMonth: 0,
    count: 14,
  },
}

/** Nothing goes with mood in these, whatever it looks like. */
export const withoutEffect = {
  plain,
  'shared drift': { ...plain, drift: [0, 1.5] },
  'weekly mood, weekday habits': { ...plain, weekly: [1, 2], habits: 'weekday' },
  'small weekly rhythm, weekday habits': { ...plain, weekly: [0.4, 0.8], habits: 'weekday' },
  'slow mood, habits in runs': { ...plain, mood: 'slow', habits: 'runs' },
  'both swing with the season': { ...plain, season: [0.4, 1], habits: 'season' },
  "habits follow yesterday's mood": { ...plain, mood: 'slow', habits: 'answering' },
  'writes when low, or when it happened': { ...plain, selective: true },
  'regimes, habits in runs': { ...plain, mood: 'regimes', habits: 'runs' },
  'long memory, habits in runs': { ...plain, mood: 'long memory', habits: 'runs' },
} satisfies Record<string, World>

/** One habit does something. */
export const withEffect = {
  'half a point': { ...plain, effect: 0.5 },
  '0.8 points': { ...plain, effect: 0.8 },
  '0.8 points, six habits': { ...plain, effect: 0.8, count: 6 },
  '1.2 points': { ...plain, effect: 1.2 },
  '0.8 points, the day after': { ...plain, effect: 0.8, delay: 1 },
  'a companion habit': { ...plain, effect: 0.8, companion: true },
} satisfies Record<string, World>

/** Mood that goes nowhere, or evenly up. */
export const forTrend = {
  level: plain,
  slow: { ...plain, mood: 'slow' },
  regimes: { ...plain, mood: 'regimes' },
  'long memory': { ...plain, mood: 'long memory' },
  weekly: { ...plain, weekly: [1, 2] },
  'writes when low': { ...plain, selective: true },
  'up 0.25': { ...plain, slopePerMonth: 0.25 },
  'up 0.5': { ...plain, slopePerMonth: 0.5 },
  'up 1': { ...plain, slopePerMonth: 1 },
} satisfies Record<string, World>
