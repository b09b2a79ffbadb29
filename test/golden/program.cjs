// The program as people have it, on an evening that is always the same: clock, zone and chance stand still.
const { main, systemWorld } = require(
  require('node:path').join(__dirname, '..', '..', 'dist', 'main.js'),
)

// Who starts it twice in one journal says from where chance goes on.
let chance = Number(process.env.GOLDEN_CHANCE ?? 0)
/** @type {import('../../src/system/world.ts').World} */
const world = Object.create(systemWorld(process), {
  now: { value: () => new Date('2026-11-22T21:30:00Z') },
  zone: { value: () => 'Europe/Lisbon' },
  offset: { value: () => 0 },
  random: {
    value: (/** @type {number} */ bytes) => {
      chance += 1
      return Uint8Array.from(
        { length: bytes },
        (_, i) => Math.floor(chance / 32 ** (bytes - 1 - i)) % 32,
      )
    },
  },
})

main(process.argv.slice(2), world).then((/** @type {number} */ code) => {
  process.exitCode = code
})
