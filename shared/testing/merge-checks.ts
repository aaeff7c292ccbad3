/** What must be true of several devices once each has what all the others wrote. */
import { expect } from 'vitest'
import { recordCells } from '#domain/document/record-cells.ts'
import type { EditAck } from '#engine/log/commit-edits.ts'
import { loadDocument } from '#engine/log/log-documents.ts'
import type { Log } from '#engine/log/open-log.ts'
import { verifyLog } from '#engine/log/verify-log.ts'
import { projectedRows } from './test-tenant.ts'
import type { Device } from './two-devices.ts'

export const expectSameEverywhere = (devices: readonly Device[]): void => {
  const [first, ...others] = devices
  if (first === undefined) throw new Error('no device')
  for (const { log } of devices) expect(verifyLog(log)).toEqual([])
  for (const { log } of others) {
    expect(projectedRows(log)).toEqual(projectedRows(first.log))
    expect(cellsOf(log)).toEqual(cellsOf(first.log))
    expect(activityOf(log)).toEqual(activityOf(first.log))
  }
}

/** One record per label, however it is written. */
export const expectNothingDoubled = ({ log }: Device): void => {
  const labels = log.database.prepare('SELECT label FROM client_tag WHERE label IS NOT NULL').pluck().all() as string[]
  const spellings = labels.map((label) => label.normalize('NFKC').toLowerCase())
  expect(new Set(spellings).size).toBe(spellings.length)
  expect(log.database.prepare('SELECT count(*) FROM client').pluck().get()).toBe(1)
}

/**
 * Every acknowledged change has its activity row everywhere. Each field holds what the row says that its cell names, and
 * a row that is neither in the cell nor the base of a later one lost to a change that its author had not seen: then
 * merge review must find the field.
 */
export const expectNothingLost = ({ log }: Device, acks: readonly EditAck[]): void => {
  const rows = activityOf(log)
  const byId = new Map(rows.map((row) => [`${row.device}.${row.device_seq}`, row]))
  for (const { device, edit, changes } of acks) {
    changes.forEach((change, index) => {
      expect(byId.get(`${device}.${edit + index}`)).toMatchObject({
        record: change.id,
        field: change.field,
        value_to: JSON.stringify(change.to),
      })
    })
  }
  const cells = new Map(cellsOf(log))
  const bases = new Set(rows.map(({ base }) => base))
  const reviewed = new Set(bothChanged(log))
  for (const [id, row] of byId) {
    const field = `${row.entity}/${row.record}/${row.field}`
    const [value, setBy] = cells.get(field) ?? []
    const isShown = setBy === id
    if (isShown) expect(JSON.stringify(value)).toBe(row.value_to)
    if (!isShown && !bases.has(id)) expect(reviewed, `${id} is lost without a trace`).toContain(field)
  }
}

/** Fields that two devices changed without seeing each other: two rows with one base. */
export const bothChanged = (log: Log): readonly string[] =>
  log.database
    .prepare(
      `SELECT DISTINCT entity || '/' || record || '/' || field FROM activity
       GROUP BY document, entity, record, field, base HAVING count(*) > 1 ORDER BY 1`,
    )
    .pluck()
    .all() as string[]

type Row = {
  readonly device: string
  readonly device_seq: number
  readonly entity: string
  readonly record: string
  readonly field: string
  readonly value_to: string
  readonly base: string | null
}

const activityOf = (log: Log): readonly Row[] =>
  log.database.prepare('SELECT * FROM activity ORDER BY device, device_seq').all() as Row[]

const cellsOf = (log: Log): readonly (readonly [string, readonly unknown[]])[] =>
  [...recordCells(loadDocument(log.statements, 'profile').doc).entries()].toSorted(([a], [b]) => (a < b ? -1 : 1))
