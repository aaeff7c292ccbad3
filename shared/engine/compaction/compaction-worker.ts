/** The thread that folds document logs, for all tenants of the engine. The only place there that holds whole documents. */
import { serveConversations } from '../workers/serve-conversations.ts'
import type { CompactionOpening, CompactionReply } from './compaction-messages.ts'
import { foldUpdates } from './fold-updates.ts'

serveConversations<CompactionOpening, never, CompactionReply>({
  converse: async (opening, conversation) => {
    const folded = foldUpdates(opening)
    if (!folded.ok) return conversation.reply({ type: 'refused', refusal: folded.error })
    const { state, stateVector } = folded.value
    const memory = [state.buffer, stateVector.buffer] as ArrayBuffer[]
    conversation.reply({ type: 'compacted', document: folded.value }, memory)
  },
})
