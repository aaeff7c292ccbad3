/** Two windows on one practice follow each other. */
import type { Page } from '@playwright/test'
import { describe, expect, test } from 'vitest'
import { openClient } from './by-palette.ts'
import { addClient, makeSample, samplePassphrase } from './make-sample.ts'
import { openBeside } from './open-chromium.ts'
import { setStage } from './set-stage.ts'

const client = 'Pentair'
const rounds = 10
const limitMs = 200

describe('two windows', { timeout: 120_000 }, () => {
  const stage = setStage()

  test('[WIN-5] an edit in one stands in the other within 200 ms', async () => {
    await makeSample(stage.dataDir(), 10)
    await addClient(stage.dataDir(), client)
    const program = await stage.start({ passphrase: samplePassphrase })
    const left = await stage.open(program)
    await left.page.getByRole('heading', { name: 'Dashboard', level: 1 }).waitFor()
    const right = await openBeside(left)
    await right.page.goto(`${new URL(program.address).origin}/#/clients`)
    await right.page.getByRole('row').filter({ hasText: client }).waitFor()

    await openClient(left.page, client)
    await left.page.getByRole('button', { name: 'Edit profile' }).click()
    const field = left.page.getByRole('textbox', { name: 'Industry', exact: true })
    const times: number[] = []
    for (let round = 1; round <= rounds; round++) {
      const industry = `Industry ${String(round)}`
      const seen = timeOfText(right.page, industry)
      await field.fill(industry)
      const pressed = await left.page.evaluate(() => Date.now())
      await field.press('Enter')
      times.push((await seen) - pressed)
      // The engine joins changes of the list that follow each other too fast.
      await left.page.waitForTimeout(200)
    }
    expect(median(times)).toBeLessThan(limitMs)
    expect([...left.troubles, ...right.troubles]).toEqual([])
  })
})

/** The clock's time at which the text stands on the page. */
const timeOfText = (page: Page, text: string): Promise<number> =>
  page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const look = (): void => {
          if (document.body.textContent.includes(wanted)) resolve(Date.now())
          else requestAnimationFrame(look)
        }
        look()
      }),
    text,
  )

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
