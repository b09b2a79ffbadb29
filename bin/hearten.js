#!/usr/bin/env node
'use strict'
// Compiled code is kept between starts where Node can do that (22.8 and later).
require('node:module').enableCompileCache?.()
const { main, systemWorld } = require('../dist/main.js')

main(process.argv.slice(2), systemWorld(process)).then(code => {
  process.exitCode = code
})
