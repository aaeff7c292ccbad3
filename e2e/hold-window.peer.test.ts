/** A window is closed while a job runs. */
import { createEngineClient } from '#api/rpc/engine-client.ts'
import { connectLocalSocket } from '#hosting/local-socket.ts'
import { describe, expect, onTestFinished, test } from 'vitest'
import { makeSample, samplePassphrase } from './make-sample.ts'
import { setStage } from './set-stage.ts'

describe('a window that is closed while a job runs', { timeout: 120_000 }, () => {
  const stage = setStage()

  test('[WIN-22] asks once, stays if it is told to, and closes without a word when the job has ended', async () => {
    await makeSample(stage.dataDir(), 1)
    const { page, troubles } = await stage.open(await stage.start({ passphrase: samplePassphrase }))
    await page.getByRole('heading', { name: 'Dashboard', level: 1 }).click()
    const asked: string[] = []
    page.on('dialog', (dialog) => {
      asked.push(dialog.type())
      void dialog.dismiss()
    })

    const job = await startLongJob(stage.dataDir())
    await page.getByText(/^Importing clients/).waitFor()
    await page.close({ runBeforeUnload: true })
    await expect.poll(() => asked).toEqual(['beforeunload'])
    await page.getByText(/^Importing clients/).waitFor()

    await job.cancel()
    await page.getByText(/^Importing clients/).waitFor({ state: 'detached' })
    const closed = page.waitForEvent('close')
    await page.close({ runBeforeUnload: true })
    await closed
    expect(asked).toEqual(['beforeunload'])
    expect(troubles).toEqual([])
  })
})

const startLongJob = async (dataDir: string): Promise<{ cancel(): Promise<unknown> }> => {
  const port = await connectLocalSocket(dataDir)
  if (!port.ok) throw new Error(port.error.type)
  onTestFinished(() => port.value.close())
  const engine = createEngineClient(port.value)
  const [account] = await engine.accounts.list.query()
  await engine.accounts.use.mutate({ accountId: account?.id ?? '' })
  const rows = Array.from({ length: 5000 }, (_row, index) => `Client ${String(index)}`)
  const bytes = new TextEncoder().encode(['name', ...rows].join('\n'))
  const { jobId } = await engine.clients.import.mutate({ fileName: 'clients.csv', bytes })
  return { cancel: () => engine.jobs.cancel.mutate({ jobId }) }
}
