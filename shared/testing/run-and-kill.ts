/** Runs `work-until-killed.ts` in a process of its own and kills it with SIGKILL, after a while or when something happens. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { watch } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { KilledJob } from './work-until-killed.ts'

/** Milliseconds after it has begun, or the first file in a folder. */
export type KillTime = number | { readonly whenPartIn: string }

const program = fileURLToPath(new URL('./work-until-killed.ts', import.meta.url))

/** True when it had said that it was done. Throws what it complained of. */
export const runAndKill = async (job: KilledJob, moment: KillTime): Promise<boolean> => {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, JSON.stringify(job)])
  const closed = once(child, 'close')
  const kill = (): void => void child.kill('SIGKILL')
  const watcher = typeof moment === 'number' ? undefined : watch(moment.whenPartIn, kill)
  let said = ''
  let complaint = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text))
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
    if (text.startsWith('ready') && typeof moment === 'number') setTimeout(kill, moment)
  })
  await closed
  watcher?.close()
  if (complaint !== '' || !/^ready\n(done\n)?$/.test(said)) throw new Error(`${said}${complaint}`)
  return said.endsWith('done\n')
}
