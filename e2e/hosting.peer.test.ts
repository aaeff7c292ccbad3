/** What only a browser can tell about the page's address, its cookie and its policy. */
import { describe, expect, test } from 'vitest'
import { addClient, makeSample, samplePassphrase } from './make-sample.ts'
import { openBeside } from './open-chromium.ts'
import { setStage } from './set-stage.ts'
import { visitScreens } from './visit-screens.ts'

const question = { name: 'How will you use SecurAtlas?' }

describe('the page in a browser', { timeout: 120_000 }, () => {
  const stage = setStage()

  test('[HOST-35] the token leaves the address and the history, and a reload works', async () => {
    const program = await stage.start()
    const window = await stage.open(program)
    const { page, troubles } = window
    await page.getByRole('heading', question).waitFor()
    const { origin } = new URL(program.address)
    expect(await page.title()).toBe('SecurAtlas Desktop')
    expect(page.url()).toBe(`${origin}/`)
    await page.reload()
    await page.getByRole('heading', question).waitFor()

    const beside = await openBeside(window)
    await beside.page.goto(origin)
    await beside.page.getByRole('heading', question).waitFor()
    await page.goBack()
    expect(page.url()).toBe('about:blank')
    expect([...troubles, ...beside.troubles]).toEqual([])
  })

  test('[HOST-26] the page lives within its policy, and a script from elsewhere does not', async () => {
    const { page, troubles } = await stage.open(await stage.start())
    await page.getByRole('heading', question).waitFor()
    expect(troubles).toEqual([])
    await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'document.title = "taken over"'
      document.head.append(script)
      document.body.insertAdjacentHTML('beforeend', '<p style="color: red" onclick="">x</p>')
    })
    await expect.poll(() => troubles.length).toBeGreaterThan(1)
    expect(troubles.every((trouble) => trouble.includes('Content Security Policy'))).toBe(true)
    expect(await page.title()).toBe('SecurAtlas Desktop')
  })

  test('[WIN-6] no screen of a practice or a client leaves a word in the console', async () => {
    await makeSample(stage.dataDir(), 10)
    await addClient(stage.dataDir(), 'Pentair')
    const { page, troubles } = await stage.open(await stage.start({ passphrase: samplePassphrase }))
    let screens = 0
    await visitScreens(page, 'Pentair', () => {
      screens++
      return page.waitForLoadState('networkidle')
    })
    expect(screens).toBeGreaterThanOrEqual(12)
    expect(troubles).toEqual([])
  })

  test('[HOST-21] another browser is not let in, and reads why', async () => {
    const program = await stage.start()
    await stage.open(program)
    const { page } = await stage.open(program)
    await page.getByRole('heading', { name: 'Not signed in' }).waitFor()
    expect(await page.locator('script').count()).toBe(0)
  })
})
