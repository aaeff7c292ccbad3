/** What travels between an idle worker and its owner: the envelope around the messages of each kind of worker. */
import type { MessagePort } from 'node:worker_threads'

export type ToWorker<Opening> =
  | { readonly type: 'open'; readonly opening: Opening; readonly port: MessagePort }
  | { readonly type: 'end' }

export type ToConversation<Message> =
  | { readonly type: 'message'; readonly message: Message }
  | { readonly type: 'cancel' }

export type FromWorker<Reply> =
  | { readonly type: 'reply'; readonly reply: Reply }
  | { readonly type: 'bug'; readonly detail: string }
