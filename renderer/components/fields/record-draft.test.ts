import { expect, test } from 'vitest'
import { createRecordDraft, type SaveAnswer } from './record-draft.ts'

type Waiting = { readonly value: string; readonly answer: (answer: SaveAnswer) => void }

/** A store that answers when the test says so. */
const createField = (stored = 'stored', check?: (value: string) => string | undefined) => {
  const sent: Waiting[] = []
  const draft = createRecordDraft({
    stored,
    check,
    save: (value) => new Promise<SaveAnswer>((answer) => sent.push({ value, answer })),
  })
  return { draft, sent }
}

const refused: SaveAnswer = { ok: false, reason: 'The disk is full.' }
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

test('[UI-30] a commit sends what was typed, and says saved only when it is acknowledged', async () => {
  const { draft, sent } = createField()
  draft.type('typed')
  const done = draft.commit()
  expect(sent.map(({ value }) => value)).toEqual(['typed'])
  expect(draft.state()).toEqual({ shown: 'typed', phase: 'pending' })
  sent[0]?.answer({ ok: true })
  await done
  expect(draft.state()).toEqual({ shown: 'typed', phase: 'saved' })
  draft.settle()
  expect(draft.state()).toEqual({ shown: 'typed', phase: 'stored' })
})

test('[UI-30] a commit without a change sends nothing', async () => {
  const { draft, sent } = createField()
  await draft.commit()
  draft.type('typed')
  draft.type('stored')
  await draft.commit()
  expect(sent).toEqual([])
  expect(draft.state()).toEqual({ shown: 'stored', phase: 'stored' })
})

test('[UI-31] a refusal keeps what was typed, with its reason, and can be tried again', async () => {
  const { draft, sent } = createField()
  draft.type('typed')
  const first = draft.commit()
  sent[0]?.answer(refused)
  await first
  expect(draft.state()).toEqual({ shown: 'typed', phase: 'failed', reason: 'The disk is full.', failure: 'save' })
  expect(draft.isOpen()).toBe(true)
  const second = draft.commit()
  sent[1]?.answer({ ok: true })
  await second
  expect(sent.map(({ value }) => value)).toEqual(['typed', 'typed'])
  expect(draft.state().phase).toBe('saved')
})

test('[UI-31] a value that cannot be saved is not sent, and says how to mend it', async () => {
  const { draft, sent } = createField('stored', (value) => (value === '' ? 'Give it a name' : undefined))
  draft.type('')
  await draft.commit()
  expect(sent).toEqual([])
  expect(draft.state()).toEqual({ shown: '', phase: 'failed', reason: 'Give it a name', failure: 'value' })
})

test('[UI-32] an older value never overtakes a newer one', async () => {
  const { draft, sent } = createField()
  draft.type('first')
  const first = draft.commit()
  draft.type('second')
  const second = draft.commit()
  await settled()
  expect(sent.map(({ value }) => value)).toEqual(['first'])
  sent[0]?.answer({ ok: true })
  await first
  await settled()
  expect(sent.map(({ value }) => value)).toEqual(['first', 'second'])
  sent[1]?.answer({ ok: true })
  await second
  expect(draft.state()).toEqual({ shown: 'second', phase: 'saved' })
})

test('[UI-32] an answer to what was sent does not touch what is typed since', async () => {
  const { draft, sent } = createField()
  draft.type('first')
  const first = draft.commit()
  draft.type('second')
  sent[0]?.answer(refused)
  await first
  expect(draft.state()).toEqual({ shown: 'second', phase: 'typed' })
})

test('[UI-33] what others write is shown, unless somebody types', () => {
  const { draft } = createField()
  draft.setStored('by others')
  expect(draft.state().shown).toBe('by others')
  draft.type('typed')
  draft.setStored('by others again')
  expect(draft.state()).toEqual({ shown: 'typed', phase: 'typed' })
  draft.revert()
  expect(draft.state()).toEqual({ shown: 'by others again', phase: 'stored' })
})

test('[UI-33] a list that still holds the old value does not take back what was acknowledged', async () => {
  const { draft, sent } = createField()
  draft.type('typed')
  const done = draft.commit()
  draft.setStored('stored')
  sent[0]?.answer({ ok: true })
  await done
  expect(draft.state().shown).toBe('typed')
})

test('[UI-30] whoever watches hears of every change, and of none after leaving', () => {
  const { draft } = createField()
  const heard: string[] = []
  const leave = draft.subscribe(() => heard.push(draft.state().shown))
  draft.type('a')
  draft.type('ab')
  leave()
  draft.type('abc')
  expect(heard).toEqual(['a', 'ab'])
})

test('[TROUBLE-3] what nobody could take is told apart, and says so in other words when its field is back', async () => {
  const { draft, sent } = createField()
  draft.type('typed')
  const done = draft.commit()
  sent[0]?.answer({ ok: false, reason: 'The account is locked.', isCutOff: true })
  await done
  expect(draft.state()).toMatchObject({ shown: 'typed', phase: 'failed', failure: 'cutOff' })
  draft.resume('Not saved yet.')
  expect(draft.state()).toEqual({ shown: 'typed', phase: 'failed', reason: 'Not saved yet.', failure: 'save' })
})

test('[TROUBLE-3] a refusal of another kind keeps its own words when its field is back', async () => {
  const { draft, sent } = createField()
  draft.type('typed')
  const done = draft.commit()
  sent[0]?.answer(refused)
  await done
  draft.resume('Not saved yet.')
  expect(draft.state().reason).toBe('The disk is full.')
})
