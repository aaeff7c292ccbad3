/** Undo and redo of this session's edits, with a line that says what became of them. */
import { useTranslation } from 'react-i18next'
import { showToast } from '#renderer/components/feedback/toasts.tsx'
import { isRpcError } from '#api/rpc/rpc-error.ts'
import { useRpc } from '#renderer/rpc/rpc-context.tsx'

export const useUndo = () => {
  const rpc = useRpc()
  const { t } = useTranslation('commands')
  const run = async (direction: 'undo' | 'redo'): Promise<void> => {
    const close = t('close')
    try {
      const { changes } = await rpc.practice[direction].mutate()
      const what = [...new Set(changes.map(({ field }) => field))].join(', ')
      showToast({ text: t(direction === 'undo' ? 'undone' : 'redone', { what }), close })
    } catch (error) {
      const text = isRpcError(error) ? [error.message, error.safe].filter(Boolean).join(' ') : String(error)
      showToast({ text, tone: 'error', close })
    }
  }
  return { undo: () => void run('undo'), redo: () => void run('redo') }
}
