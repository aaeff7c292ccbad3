/** The order to restore one client: what was typed, and what the engine asks back before it does it. */
import { useState } from 'react'
import type { ClientRestored } from '#api/backups.ts'
import { useRpc } from '#renderer/rpc/rpc-context.tsx'
import { useStartedJob } from './use-backups.ts'

/** The client is in order here, or it was deleted for good. */
export type RestoreQuestion = 'replace' | 'revive'

const questions: Readonly<Record<string, RestoreQuestion>> = { ClientIsWell: 'replace', ClientWasDeleted: 'revive' }

type Draft = { readonly client: string; readonly passphrase: string }
type Order = Draft & { readonly consent: RestoreQuestion | undefined }

export const useRestoreClient = (path: string) => {
  const rpc = useRpc()
  const [draft, setDraft] = useState<Draft>({ client: '', passphrase: '' })
  const [askedFor, setAskedFor] = useState<string>()
  const [needsSecret, setNeedsSecret] = useState(false)
  const [isTried, setTried] = useState(false)
  const job = useStartedJob(({ client, passphrase, consent }: Order) =>
    rpc.backups.startClientRestore.mutate({
      path,
      client,
      ...(passphrase === '' ? {} : { secret: { passphrase } }),
      ...(consent === 'replace' ? { replace: true } : {}),
      ...(consent === 'revive' ? { revive: true } : {}),
    }),
  )
  const client = draft.client.trim()
  if (job.refusal === 'BackupNeedsSecret' && !needsSecret) setNeedsSecret(true)
  // A question is about the client that was named: another name is asked for anew.
  const question = askedFor === client && job.refusal !== undefined ? questions[job.refusal] : undefined
  const submit = (): void => {
    setTried(true)
    if (client === '' || job.isBusy) return
    setAskedFor(client)
    job.start({ client, passphrase: draft.passphrase, consent: question })
  }
  const restored = job.job?.state === 'done' ? (job.job.result as ClientRestored) : undefined
  return {
    draft,
    change: (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part })),
    question,
    needsSecret,
    isTried,
    submit,
    work: { ...job, restored },
  }
}
