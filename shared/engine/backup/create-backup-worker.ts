/** The one worker that writes, checks and unpacks backups for an engine. */
import { Worker } from 'node:worker_threads'
import { createIdleWorker, type Conversation, type IdleWorker } from '../workers/idle-worker.ts'
import type { BackupMessage, BackupOpening, BackupReply } from './backup-messages.ts'

export type BackupConversation = Conversation<BackupMessage, BackupReply>
export type BackupWorker = IdleWorker<BackupOpening, BackupMessage, BackupReply>

export const createBackupWorker = (): BackupWorker =>
  createIdleWorker({ start: () => new Worker(new URL('./backup-worker.ts', import.meta.url)) })
