// Headless Chromium, spoken to over a pipe: what a page says, asks for and looks like, and how it prints.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { pathToFileURL } from 'node:url'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const program = places.find(existsSync)

/** Whether there is a browser. In CI there has to be one. */
export const hasBrowser = program !== undefined || process.env.CI === 'true'
if (!hasBrowser) console.log('Skipped: no Chromium here (on Debian: apt-get install chromium).')

interface Message {
  readonly id?: number
  readonly method?: string
  readonly params?: Record<string, unknown>
  readonly result?: Record<string, unknown>
  readonly error?: { readonly message: string }
}

export interface Page {
  /** Evaluates an expression in the page; its value must be plain data. */
  evaluate<T>(expression: string): Promise<T>
  /** The media the page believes in. */
  look(media: 'screen' | 'print', scheme: 'light' | 'dark', width: number): Promise<void>
  /** The page as a PDF, on paper of so many millimetres. */
  pdf(width?: number, height?: number): Promise<Buffer>
  /** The page from its head, so many pixels of it. */
  screenshot(height: number): Promise<Buffer>
  /** What the page wrote to the console or threw, and every address it asked for, its own file aside. */
  readonly complaints: string[]
  readonly requests: string[]
}

/** Opens a file in a browser of its own, which is ended afterwards. */
export async function withPage<T>(file: string, use: (page: Page) => Promise<T>): Promise<T> {
  if (!program) throw new Error('There is no Chromium here, and CI needs one.')
  const profile = mkdtempSync(join(tmpdir(), 'hearten-browser-'))
  const browser = spawn(
    program,
    [
      ...['--headless', '--no-sandbox', '--disable-gpu', '--remote-debugging-pipe'],
      ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
      ...['--no-first-run', '--hide-scrollbars', `--user-data-dir=${profile}`, 'about:blank'],
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'], detached: true },
  )
  const ended = new Promise<void>(resolve => browser.once('exit', () => resolve()))
  try {
    return await use(await open(browser.stdio[3] as Writable, browser.stdio[4] as Readable, file))
  } finally {
    // The browser is a group of processes; all of them write to the profile until they end.
    if (browser.pid) process.kill(-browser.pid, 'SIGKILL')
    await ended
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
}

async function open(into: Writable, from: Readable, file: string): Promise<Page> {
  const waiting = new Map<number, (message: Message) => void>()
  const complaints: string[] = []
  const requests: string[] = []
  const own = pathToFileURL(file).href
  let loaded = () => {}
  const hear = (message: Message) => {
    const { method, params = {} } = message
    if (message.id !== undefined) waiting.get(message.id)?.(message)
    if (method === 'Page.loadEventFired') loaded()
    if (/^(Runtime\.(consoleAPICalled|exceptionThrown)|Log\.entryAdded)$/.test(method ?? ''))
      complaints.push(JSON.stringify(params))
    if (method === 'Network.requestWillBeSent') {
      const { url } = params.request as { url: string }
      if (url !== own) requests.push(url)
    }
  }
  let heard = ''
  from.setEncoding('utf8').on('data', (chunk: string) => {
    const parts = (heard + chunk).split('\0')
    heard = parts.pop() ?? ''
    for (const part of parts) hear(JSON.parse(part))
  })

  let last = 0
  const tell = (method: string, params: object = {}, sessionId?: string) =>
    new Promise<Record<string, unknown>>((resolve, reject) => {
      const id = ++last
      waiting.set(id, ({ result = {}, error }) =>
        error ? reject(new Error(`${method}: ${error.message}`)) : resolve(result),
      )
      into.write(`${JSON.stringify({ id, method, params, sessionId })}\0`)
    })

  const { targetId } = await tell('Target.createTarget', { url: 'about:blank' })
  const { sessionId } = await tell('Target.attachToTarget', { targetId, flatten: true })
  const ask = (method: string, params?: object) => tell(method, params, sessionId as string)
  await Promise.all(['Page', 'Runtime', 'Log', 'Network'].map(domain => ask(`${domain}.enable`)))
  const load = new Promise<void>(resolve => {
    loaded = resolve
  })
  await ask('Page.navigate', { url: own })
  await load

  return {
    complaints,
    requests,
    async evaluate<T>(expression: string) {
      const answer = await ask('Runtime.evaluate', { expression, returnByValue: true })
      if (answer.exceptionDetails) throw new Error(JSON.stringify(answer.exceptionDetails))
      return (answer.result as { value: T }).value
    },
    async look(media, scheme, width) {
      const features = [{ name: 'prefers-color-scheme', value: scheme }]
      await ask('Emulation.setEmulatedMedia', { media, features })
      const size = { width, height: 900, deviceScaleFactor: 1, mobile: width < 500 }
      await ask('Emulation.setDeviceMetricsOverride', size)
      // The whole page is on the screen, so that what lies at a point can be asked.
      const { result } = await ask('Runtime.evaluate', {
        expression: 'document.documentElement.scrollHeight',
      })
      const { value: height } = result as { value: number }
      await ask('Emulation.setDeviceMetricsOverride', { ...size, height })
    },
    async pdf(width = 210, height = 297) {
      const inches = { paperWidth: width / 25.4, paperHeight: height / 25.4 }
      const { data } = await ask('Page.printToPDF', inches)
      return Buffer.from(data as string, 'base64')
    },
    async screenshot(height) {
      const { result } = await ask('Runtime.evaluate', { expression: 'innerWidth' })
      const { value: width } = result as { value: number }
      const clip = { x: 0, y: 0, width, height, scale: 1 }
      const { data } = await ask('Page.captureScreenshot', { clip })
      return Buffer.from(data as string, 'base64')
    },
  }
}
