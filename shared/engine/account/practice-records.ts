/** The practice and its members, read from the projection and changed through the practice's own queue. */
import type { Statement } from 'better-sqlite3'
import type { AccountPractice } from '#api/practice.ts'
import { columnName } from '#domain/entities/entity.ts'
import { practiceEntity, type Member, type Practice } from '#domain/entities/practice.ts'
import type { Role } from '#domain/permissions/roles.ts'
import { thresholdsOf, type BandThresholds } from '#domain/scoring/band-thresholds.ts'
import type { EditQueue } from '../log/edit-queue.ts'
import { editFromMutation, type Actor } from '../log/edit.ts'
import type { Log } from '../log/open-log.ts'
import type { UndoStack } from './undo-stack.ts'

export type PracticeRecords = {
  actor(): Actor
  bandThresholds(): BandThresholds
  api(undo: UndoStack): AccountPractice
}

/** Key in `meta`: the member who acts on this device. */
export const actingMemberKey = 'member'

export const createPracticeRecords = (portfolio: Log, queue: EditQueue): PracticeRecords => {
  const { database, statements, spaceId } = portfolio
  const selectMembers = database.prepare(
    'SELECT id, name, email, role, created_at AS createdAt, deleted_at AS deletedAt FROM member ORDER BY name, id',
  )
  const selectMember = database.prepare('SELECT id, name, email, role FROM member WHERE id = ? AND deleted_at IS NULL')
  // Asked for with every edit, and the same as long as the account is open; the role is not.
  const memberId = statements.getMeta.get(actingMemberKey) ?? ''
  const selectRole = database
    .prepare('SELECT role FROM member WHERE id = ? AND deleted_at IS NULL')
    .pluck() as Statement<[string], Role | null>

  const actor = (): Actor => ({ memberId, role: selectRole.get(memberId) ?? 'viewer' })
  const actingMember = (): Member => (selectMember.get(memberId) ?? { id: memberId, role: 'viewer' }) as Member
  const selectPractice = database.prepare(`SELECT id, ${practiceColumns.join(', ')} FROM practice WHERE id = ?`)
  const selectLogo = database.prepare('SELECT logo FROM practice WHERE id = ?').pluck()
  const selectBands = database.prepare('SELECT score_bands AS scoreBands FROM practice WHERE id = ?')
  return {
    actor,
    bandThresholds: () => thresholdsOf(selectBands.get(spaceId) ?? {}),
    api: (undo) => ({
      practice: () => selectPractice.get(spaceId) as Practice,
      practiceLogo: () => (selectLogo.get(spaceId) ?? null) as string | null,
      listMembers: () =>
        (selectMembers.all() as readonly Member[]).filter(({ deletedAt }) => (deletedAt ?? null) === null),
      actingMember,
      async editPractice(name, input) {
        const edit = editFromMutation(name, input, actor())
        if (!edit.ok) return edit
        const outcome = await queue.add(edit.value)
        if (!outcome.ok) return outcome
        undo.recordEdit(spaceId, outcome.value)
        return { ok: true, value: { changes: outcome.value.changes, at: outcome.value.at } }
      },
    }),
  }
}

const practiceColumns = Object.keys(practiceEntity.fields)
  .filter((field) => field !== 'logo')
  .map((field) => `${columnName(field)} AS ${field}`)
