/** The partner organization and its members, in the practice's own document space. */
import { defineEntity, type RecordOf } from './entity.ts'
import { currency, email, instant, line, oneOf, timeZone } from './field.ts'
import { practiceRoles } from '../permissions/roles.ts'

export const practiceModes = ['partner', 'solo'] as const
export type PracticeMode = (typeof practiceModes)[number]

/** One record; its id is the account's. */
export const practiceEntity = defineEntity({
  name: 'practice',
  table: 'practice',
  kind: 'practice',
  fields: {
    name: line(200),
    contactEmail: email(),
    /** Primary time zone: appears on reports, decides what "today" is for the practice. */
    timezone: timeZone(),
    mode: oneOf(practiceModes),
    currency: currency(),
    createdAt: instant(),
  },
})
export type Practice = RecordOf<typeof practiceEntity>

export const memberEntity = defineEntity({
  name: 'member',
  table: 'member',
  kind: 'practice',
  fields: {
    name: line(200),
    email: email(),
    role: oneOf(practiceRoles),
    createdAt: instant(),
    deletedAt: instant(),
  },
})
export type Member = RecordOf<typeof memberEntity>
