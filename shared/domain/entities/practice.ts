/** The partner organization and its members, in the practice's own document space. */
import { defineEntity, type RecordOf } from './entity.ts'
import { defaultFields } from '../defaults/default-settings.ts'
import { currency, email, instant, line, oneOf, timeZone } from './field.ts'
import { logoImage } from './logo-image.ts'
import { scoreBands } from './score-bands.ts'
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
    /** Base64 of a PNG; lists and screens do without it, so it is asked for by itself. */
    logo: logoImage(),
    /** Where the bands begin: `20/40/60`. */
    scoreBands: scoreBands(),
    ...defaultFields,
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
