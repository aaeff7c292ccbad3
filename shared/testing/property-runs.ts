/** How many histories a property test invents: a moderate number by default, `PROPERTY_FACTOR` times as many for a long look. */
export const propertyRuns = (moderate: number): { readonly numRuns: number; readonly endOnFailure: boolean } => {
  const factor = Number(process.env['PROPERTY_FACTOR'] ?? 1)
  return { numRuns: Math.max(1, Math.round(moderate * factor)), endOnFailure: false }
}
