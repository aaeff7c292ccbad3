import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { findChromium, noChromium } from './find-chromium.ts'

const execute = promisify(execFile)

test('[RUN-12] the Chromium that was found runs a page without a window', async ({ skip }) => {
  const chromium = findChromium()
  if (chromium === undefined) return skip(noChromium)
  const profile = await mkdtemp(join(tmpdir(), 'securatlas-chromium-'))
  try {
    const page = 'data:text/html,<title>t</title><body><script>document.body.append(6 * 7)</script>'
    const { stdout } = await execute(
      chromium,
      ['--headless', '--no-sandbox', '--disable-gpu', `--user-data-dir=${profile}`, '--dump-dom', page],
      { timeout: 60_000 },
    )
    expect(stdout).toContain('42</body>')
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  }
}, 90_000)
