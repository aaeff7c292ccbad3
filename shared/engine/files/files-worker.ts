/** The thread that reads and writes evidence bytes, for all tenants of the engine. */
import { err, ok, type Result } from '#domain/result.ts'
import { serveConversations } from '../workers/serve-conversations.ts'
import { addBlob } from './add-blob.ts'
import { answerRequest, answerWithoutSibling, type Answer, type Asker } from './answer-request.ts'
import { fileFailure, storeError, type FileError } from './file-errors.ts'
import type { FilesMessage, FilesOpening, FilesReply } from './files-protocol.ts'
import { createOpenSiblings } from './open-siblings.ts'

const siblings = createOpenSiblings()

const answer = async ({ sibling: address, request }: FilesOpening, asker: Asker): Promise<Answer> => {
  if (request.type === 'add') return addBlob(() => unwrap(siblings.findOrCreate(address)), request, asker)
  if (request.type === 'close') {
    await siblings.close(address.path)
    return ok(undefined)
  }
  const sibling = siblings.find(address)
  if (!sibling.ok) return sibling
  return sibling.value === undefined ? answerWithoutSibling(request) : answerRequest(sibling.value, request, asker)
}

const answerOrFail = async (opening: FilesOpening, asker: Asker): Promise<Answer> => {
  try {
    return await answer(opening, asker)
  } catch (error) {
    return err(storeError(error))
  }
}

const unwrap = <Value>(result: Result<Value, FileError>): Value => {
  if (!result.ok) throw fileFailure(result.error)
  return result.value
}

serveConversations<FilesOpening, FilesMessage, FilesReply>({
  converse: async (opening, asker) => {
    const answering = answerOrFail(opening, asker)
    if (opening.request.type !== 'close') siblings.track(opening.sibling.path, answering)
    const answered = await answering
    asker.reply(answered.ok ? { type: 'done', answer: answered.value } : { type: 'failed', error: answered.error })
  },
  tidyUp: siblings.closeAll,
})
