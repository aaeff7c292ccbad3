/** Undo and redo of this session's edits, with a line that says what became of them, where, and leads there. */
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { UndoAnswer } from '#api/engine.ts'
import { isRpcError } from '#api/rpc/rpc-error.ts'
import { showToast } from '#renderer/components/feedback/toasts.tsx'
import { useChangeWords } from '#renderer/features/client/use-change-words.ts'
import { useRpc } from '#renderer/rpc/rpc-context.tsx'

export const useUndo = () => {
  const rpc = useRpc()
  const navigate = useNavigate()
  const { t } = useTranslation('commands')
  const words = useChangeWords()
  /** Undefined for the practice itself. */
  const findClient = (clientId: string) => rpc.clients.get.query({ clientId }).catch(() => undefined)
  const tell = async (direction: 'undo' | 'redo', { changes, spaceId }: UndoAnswer): Promise<void> => {
    const what = [...new Set(changes.map(({ field }) => words.field(field)))].join(', ')
    const client = await findClient(spaceId)
    const done = direction === 'undo' ? 'undone' : 'redone'
    showToast({
      text: client === undefined ? t(done, { what }) : t(`${done}In`, { what, client: client.name }),
      close: t('close'),
      ...(client !== undefined && {
        action: {
          label: t('show'),
          onRun: () => void navigate({ to: '/clients/$clientId', params: { clientId: client.id } }),
        },
      }),
    })
  }
  const run = async (direction: 'undo' | 'redo'): Promise<void> => {
    try {
      await tell(direction, await rpc.practice[direction].mutate())
    } catch (error) {
      const text = isRpcError(error) ? [error.message, error.safe].filter(Boolean).join(' ') : String(error)
      showToast({ text, tone: 'error', close: t('close') })
    }
  }
  return { undo: () => void run('undo'), redo: () => void run('redo') }
}
