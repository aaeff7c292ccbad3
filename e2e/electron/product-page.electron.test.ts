import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { endApp, launchApp, makeHome, type Home, type LaneApp } from './launch-app.ts'

let home: Home
let app: LaneApp

beforeEach(async () => {
  home = await makeHome()
  app = await launchApp(home, 'app')
})
afterEach(async () => {
  await endApp(app)
  await home.remove()
})

describe('the product', () => {
  test('[SHELL-22] shows its first screen without breaking its own policy', async () => {
    const complaints: string[] = []
    app.page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    app.page.on('pageerror', ({ message }) => complaints.push(message))
    await app.page.reload()
    await app.page.getByRole('heading').first().waitFor()
    expect(await app.page.getByRole('heading').first().textContent()).not.toBe('')
    expect(complaints).toEqual([])
  })
})
