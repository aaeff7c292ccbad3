/** The time zones to choose from, with the machine's own among them. */
import { practiceEntity } from '#domain/entities/practice.ts'

/** The machine's own, when the practice can have it. */
export const machineTimeZone = (): string => {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  return practiceEntity.fields.timezone.schema.safeParse(zone).success ? zone : 'UTC'
}

/** Names of the IANA list, in order; UTC first, as the list of the platform leaves it out. */
export const listTimeZones = (): readonly string[] =>
  [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), machineTimeZone()])].toSorted((a, b) =>
    a === 'UTC' ? -1 : b === 'UTC' ? 1 : a < b ? -1 : 1,
  )
