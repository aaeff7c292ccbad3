import { expect, test } from 'vitest'
import { createRecordDraft, type SaveAnswer } from './record-draft.ts'
import { findUnsavedDraft, forgetUnsavedDrafts, watchDraft } from './unsaved-drafts.ts'

const draftOf = (answer: SaveAnswer) => createRecordDraft({ stored: 'stored', save: () => Promise.resolve(answer) })

const key = 'record/Name'

test('[TROUBLE-3] a draft outlives its field until it is acknowledged', async () => {
  let answer: SaveAnswer = { ok: false, reason: 'The account is locked.', isCutOff: true }
  const draft = createRecordDraft({ stored: 'stored', save: () => Promise.resolve(answer) })
  const leave = watchDraft(key, draft)
  expect(findUnsavedDraft(key)).toBeUndefined()
  draft.type('typed')
  leave()
  await draft.commit()
  expect(findUnsavedDraft<string>(key)?.state().shown).toBe('typed')
  answer = { ok: true }
  await draft.commit()
  expect(findUnsavedDraft(key)).toBeUndefined()
})

test('[TROUBLE-3] a draft that was taken back is forgotten', () => {
  const draft = draftOf({ ok: true })
  const leave = watchDraft(key, draft)
  draft.type('typed')
  expect(findUnsavedDraft(key)).toBe(draft)
  draft.revert()
  expect(findUnsavedDraft(key)).toBeUndefined()
  leave()
})

test('[TROUBLE-3] another account starts without the drafts of the one before', () => {
  const draft = draftOf({ ok: true })
  const leave = watchDraft(key, draft)
  draft.type('typed')
  forgetUnsavedDrafts()
  expect(findUnsavedDraft(key)).toBeUndefined()
  leave()
})
