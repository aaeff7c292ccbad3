/** Counts days in time: 86,400 seconds each, whatever a calendar says. */
export const daysBefore = (instant: string, days: number): string =>
  new Date(Date.parse(instant) - days * millisecondsPerDay).toISOString()

const millisecondsPerDay = 86_400_000
