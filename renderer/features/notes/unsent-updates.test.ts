import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { createUnsentUpdates } from './unsent-updates.ts'

const write = (count: number, characters: number): { readonly doc: Y.Doc; readonly updates: readonly Uint8Array[] } => {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (let index = 0; index < count; index++) doc.getText('text').insert(0, String(index % 10).repeat(characters))
  return { doc, updates }
}

const received = (updates: readonly Uint8Array[]): string => {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc.getText('text').toJSON()
}

describe('what is not acknowledged', () => {
  test('[NOTE-16] goes out in pieces that the engine takes, in order and whole', () => {
    const { doc, updates } = write(8, 400_000)
    const unsent = createUnsentUpdates()
    updates.forEach(unsent.add)
    const sent: Uint8Array[] = []
    while (!unsent.isEmpty()) {
      sent.push(unsent.take())
      unsent.acknowledge()
    }
    expect(sent.length).toBeGreaterThan(3)
    expect(Math.max(...sent.map(({ length }) => length))).toBeLessThan(1024 * 1024)
    expect(received(sent)).toBe(doc.getText('text').toJSON())
  })

  test('[NOTE-16] what was taken and not acknowledged is sent again, before what came later', () => {
    const { doc, updates } = write(2, 5)
    const [first, second] = updates as [Uint8Array, Uint8Array]
    const unsent = createUnsentUpdates()
    unsent.add(first)
    unsent.take()
    unsent.add(second)
    unsent.putBack()
    expect(received([unsent.take()])).toBe(doc.getText('text').toJSON())
    unsent.acknowledge()
    expect(unsent.isEmpty()).toBe(true)
  })

  test('[NOTE-16] the difference to the engine takes the place of all pieces, unless it is too large at once', () => {
    const { doc, updates } = write(3, 400_000)
    const unsent = createUnsentUpdates()
    updates.forEach(unsent.add)
    unsent.replace(Y.encodeStateAsUpdate(doc))
    expect(unsent.take().length).toBeLessThan(1024 * 1024)
    unsent.putBack()
    unsent.replace(new Uint8Array([0, 0]))
    expect(unsent.take()).toEqual(new Uint8Array([0, 0]))
  })
})
