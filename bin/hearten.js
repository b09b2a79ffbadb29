#!/usr/bin/env node
'use strict'
const { join } = require('node:path')
const { load } = require('../dist/loader.js')
const { main, systemWorld } = load(join(__dirname, '../dist'), 'main.js')

main(process.argv.slice(2), systemWorld(process)).then(code => {
  process.exitCode = code
})
