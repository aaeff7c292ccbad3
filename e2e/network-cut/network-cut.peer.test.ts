/** Day one without a network: the first run goes its whole way, and nothing so much as tries to leave the machine. */
import { findChromium, noChromium } from '#build/scripts/find-chromium.ts'
import { expect, test } from 'vitest'
import { runWithoutNetwork, whyNetworkCannotBeCut } from './cut-network.ts'

test(
  '[WIN-20] with the network cut, the first run is whole in the browser window',
  { timeout: 180_000 },
  async (context) => {
    const reason = findChromium() === undefined ? noChromium : whyNetworkCannotBeCut()
    if (reason !== undefined) context.skip(reason)
    const journeys = ['--project', 'peers', 'e2e/journeys/first-run']
    const { testsCode, output, tries, own } = await runWithoutNetwork(journeys)
    expect({ testsCode, output }).toMatchObject({ testsCode: 0 })
    expect(output).toMatch(/2 passed/)
    expect(own).toEqual({ connecting: 'ENETUNREACH', asking: 'EAI_AGAIN', tries: expect.any(Number) as number })
    expect(own.tries).toBeGreaterThan(1)
    expect(tries).toBe(0)
  },
)
