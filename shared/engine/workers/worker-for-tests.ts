/** A worker with one trick per way to behave, for the tests of the idle worker. */
import { serveConversations } from './serve-conversations.ts'

export type Trick = 'echo' | 'throw' | 'crash' | 'wait'

let conversations = 0

serveConversations<Trick, string, string>({
  converse: async (trick, conversation) => {
    conversations += 1
    if (trick === 'throw') throw new Error('a bug in the handler')
    if (trick === 'crash') setImmediate(() => process.exit(3))
    conversation.reply(`hello ${conversations}`)
    for (let word = await conversation.next(); word !== undefined; word = await conversation.next()) {
      if (trick === 'echo') conversation.reply(word)
    }
    if (conversation.signal.aborted) conversation.reply('cancelled')
  },
})
