/** The thread that writes, checks and unpacks backups: nothing of their bytes passes the engine's own. */
import { serveConversations } from '../workers/serve-conversations.ts'
import type { BackupMessage, BackupOpening, BackupReply } from './backup-messages.ts'
import { extractEntries } from './extract-entries.ts'
import { verifyFile } from './verify-file.ts'
import { writeBackup } from './write-backup.ts'

serveConversations<BackupOpening, BackupMessage, BackupReply>({
  converse: async (opening, conversation) => {
    switch (opening.type) {
      case 'write':
        return writeBackup(opening, conversation)
      case 'verify':
        return verifyFile(opening, conversation)
      case 'extract':
        return extractEntries(opening, conversation)
    }
  },
})
