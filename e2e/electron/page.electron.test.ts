import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { endApp, launchApp, makeHome, type Home, type LaneApp } from './launch-app.ts'

let home: Home
let app: LaneApp

beforeAll(async () => {
  home = await makeHome()
  app = await launchApp(home)
})
afterAll(async () => {
  await endApp(app)
  await home.remove()
})

/** As nothing but Electron can: no policy of the page stands before it. */
const getFromMain = (address: string) =>
  app.electron.evaluate(async ({ session }, url) => {
    const response = await session.fromPartition('securatlas').fetch(url)
    return { status: response.status, headers: Object.fromEntries(response.headers), text: await response.text() }
  }, address)

describe('the page', () => {
  test('[SHELL-20] comes from its own scheme, with a policy that lets it load its own files alone', async () => {
    expect(app.page.url()).toBe('app://main/')
    const script = await app.page.locator('script[src]').getAttribute('src')
    for (const path of ['', 'index.html', script?.slice(1) ?? '']) {
      const { status, headers } = await getFromMain(`app://main/${path}`)
      expect(status).toBe(200)
      const policy = headers['content-security-policy']
      expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self';")
      expect(policy).toContain("frame-ancestors 'none'; base-uri 'none'; form-action 'none'")
      expect(policy).not.toContain('unsafe')
      expect(headers['x-content-type-options']).toBe('nosniff')
    }
  })

  test('[SHELL-20] runs no script that is written into it, and calls no other place', async () => {
    const outcome = await app.page.evaluate(async () => {
      const violations: string[] = []
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
        violations.push(effectiveDirective),
      )
      const script = document.createElement('script')
      script.textContent = 'globalThis.hasRun = true'
      document.body.append(script)
      const fetched = await fetch('https://example.com').then(
        () => 'an answer',
        (error: unknown) => String(error),
      )
      await new Promise((resolve) => setTimeout(resolve, 100))
      return { violations, fetched, hasRun: 'hasRun' in globalThis }
    })
    expect(outcome.violations).toEqual(['script-src-elem', 'connect-src'])
    expect(outcome.fetched).toContain('Failed to fetch')
    expect(outcome.hasRun).toBe(false)
  })

  test.each([
    'app://main/../main/index.cjs',
    'app://main/..%2fmain%2findex.cjs',
    'app://main/%2e%2e/%2e%2e/package.json',
    'app://main/assets/../../package.json',
    'app://main/assets/..%5c..%5cpackage.json',
    'app://main//etc/passwd.txt',
    'app://main/package.json',
    'app://main/assets/missing.js',
    'app://other/index.html',
  ])('[SHELL-21] answers %s with nothing', async (address) => {
    const { status, text } = await getFromMain(address)
    expect(status).toBe(404)
    expect(text).toBe('There is nothing at this address.')
  })
})
