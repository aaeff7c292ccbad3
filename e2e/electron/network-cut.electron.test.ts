/** The same on the desktop: without a network, and nothing tries to leave. */
import { expect, test } from 'vitest'
import { runWithoutNetwork, whyNetworkCannotBeCut } from '../network-cut/cut-network.ts'

test(
  '[WIN-20] with the network cut, the first run is whole in the desktop app',
  { timeout: 180_000 },
  async (context) => {
    const reason = whyNetworkCannotBeCut()
    if (reason !== undefined) context.skip(reason)
    const config = ['--config', 'e2e/electron/vitest.config.ts', '--configLoader', 'native']
    const { testsCode, output, tries, own } = await runWithoutNetwork([...config, 'e2e/journeys/first-run'])
    expect({ testsCode, output }).toMatchObject({ testsCode: 0 })
    expect(output).toMatch(/2 passed/)
    expect(own).toMatchObject({ connecting: 'ENETUNREACH', asking: 'EAI_AGAIN' })
    expect(own.tries).toBeGreaterThan(1)
    expect(tries).toBe(0)
  },
)
