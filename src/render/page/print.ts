import type { Look } from '../look.ts'
import type { Page } from './page.ts'
import { forReading } from './plain.ts'
import { forTerminal } from './terminal.ts'

/** A page as the person wants it. */
export const print = (page: Page, look: Look): string =>
  look.plain ? forReading(page, look.width) : forTerminal(page, look)
