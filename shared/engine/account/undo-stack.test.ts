import { expect, test } from 'vitest'
import type { EditAck } from '../log/commit-edits.ts'
import { createUndoStack } from './undo-stack.ts'

const ack = (edit: number, rows = 1): EditAck => ({ changes: [], device: 'd', edit, rows, quiet: false, at: '' })
const edits = (entry: { readonly ref: { readonly edit: number } } | undefined) => entry?.ref.edit

test('[EDIT-12] an edit that cannot be undone is taken away, and the one before it comes next', () => {
  const stack = createUndoStack()
  stack.recordEdit('a', ack(1))
  stack.recordEdit('b', ack(2))
  const entry = stack.newestEdit()
  if (entry === undefined) throw new Error('no entry')
  stack.drop(entry)
  expect(stack.newestEdit()).toMatchObject({ spaceId: 'a', ref: { edit: 1 } })
  expect(stack.newestUndone()).toBeUndefined()
})

test('[EDIT-11] it remembers the newest 200 edits, and none that changed nothing', () => {
  const stack = createUndoStack()
  for (let edit = 1; edit <= 250; edit++) stack.recordEdit('a', ack(edit))
  stack.recordEdit('a', ack(251, 0))
  const seen: (number | undefined)[] = []
  for (let entry = stack.newestEdit(); entry !== undefined; entry = stack.newestEdit()) {
    seen.push(edits(entry))
    stack.recordUndone(entry, ack(1000 + seen.length))
  }
  expect(seen).toEqual(Array.from({ length: 200 }, (_, index) => 250 - index))
  expect(edits(stack.newestUndone())).toBe(1200)
})

test('[EDIT-11] an undo that had nothing left to change is not redone', () => {
  const stack = createUndoStack()
  stack.recordEdit('a', ack(1))
  const entry = stack.newestEdit()
  if (entry !== undefined) stack.recordUndone(entry, ack(2, 0))
  expect([stack.newestEdit(), stack.newestUndone()]).toEqual([undefined, undefined])
})
