import { main, systemWorld } from '../src/main.ts'

/** The way in of the single executable: what bin/hearten.js is to the package, without files beside it. */
void main(process.argv.slice(2), systemWorld(process)).then(code => {
  process.exitCode = code
})
