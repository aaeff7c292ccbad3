/** The closing line of checks and tests, which .ci/run and people read. */
export type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number }

export const summaryLine = ({ passed, failed, skipped }: Counts): string =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`

export const addCounts = (left: Counts, right: Counts): Counts => ({
  passed: left.passed + right.passed,
  failed: left.failed + right.failed,
  skipped: left.skipped + right.skipped,
})
