/** Restores a whole account out of a backup: no account is open that could have a job, so its progress is followed here. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { AccountRestored, BackupSecret } from '#api/backups.ts'
import { useRpc } from '#renderer/rpc/rpc-context.tsx'

export type RestoreState =
  | { readonly phase: 'asking'; readonly error: Error | null; readonly isCancelled: boolean }
  | { readonly phase: 'running'; readonly done: number; readonly total: number }
  | { readonly phase: 'done'; readonly restored: AccountRestored }

const asking: RestoreState = { phase: 'asking', error: null, isCancelled: false }

export const useRestoreAccount = () => {
  const rpc = useRpc()
  const queries = useQueryClient()
  const [state, setState] = useState<RestoreState>(asking)
  const stop = useRef<() => void>(undefined)
  // Whoever leaves the screen cancels: nothing of it is left then.
  useEffect(() => () => stop.current?.(), [])

  const start = (path: string, secret: BackupSecret): void => {
    setState({ phase: 'running', done: 0, total: 0 })
    const { unsubscribe } = rpc.accounts.restoreBackup.subscribe(
      { path, secret },
      {
        onData: ({ done, total, result }) => {
          if (result === null) return setState({ phase: 'running', done, total })
          void queries
            .invalidateQueries({ queryKey: ['health'] })
            .finally(() => setState({ phase: 'done', restored: result }))
        },
        onError: (error) => setState({ phase: 'asking', error, isCancelled: false }),
      },
    )
    stop.current = unsubscribe
  }
  const cancel = (): void => {
    stop.current?.()
    setState({ phase: 'asking', error: null, isCancelled: true })
  }
  return { state, start, cancel }
}
