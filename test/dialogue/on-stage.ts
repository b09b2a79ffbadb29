import { render } from '@inquirer/testing'
import { onTestFinished } from 'vitest'
import type { Form, SlowForm } from '../../src/dialogue/form.ts'
import { stage } from '../../src/dialogue/stage.ts'

/**
 * Puts a form on a made-up terminal. `press` takes bytes as a terminal sends them, and resolves when they
 * are dealt with; `send` does not wait.
 */
export async function on(form: Form<unknown> | SlowForm<unknown>, columns = 80, rows = 24) {
  const shown = await render(stage, { form, screen: { columns, rows } })
  // A question that the test leaves open is refused when the process ends.
  shown.answer.catch(() => {})
  onTestFinished(() => {
    if ('close' in form) form.close()
  })
  const send = (bytes: string) => void shown.input.write(bytes)
  const press = async (bytes: string) => {
    send(bytes)
    await new Promise(resolve => setTimeout(resolve))
    // A form with a stock prompt inside takes some turns of the loop for each key.
    for (let turn = 0; turn < 4 * bytes.length + 1; turn++)
      await new Promise(resolve => setImmediate(resolve))
  }
  return { press, send, answer: shown.answer, screen: () => shown.getScreen() }
}
