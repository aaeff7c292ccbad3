/** Times two ways of doing a thing turn by turn, so that whatever else the machine does meets both alike. */
export type Contestant = () => unknown

export type Timings = { readonly quantile: (share: number) => number }

export type Contest = {
  /** Pairs before anything is counted. */
  readonly warmUp: number
  readonly pairs: number
  /** Quantiles are the medians over this many rounds. */
  readonly rounds: number
  /** Done before each call, and not timed. */
  readonly before?: Contestant
}

export type Contestants = { readonly ours: Contestant; readonly raw: Contestant }

/** Milliseconds a call, alternating: in the same minute on the same disk. */
export const timeInTurn = async (
  contestants: Contestants,
  { warmUp, pairs, rounds, before }: Contest,
): Promise<{ readonly ours: Timings; readonly raw: Timings }> => {
  await timePairs(contestants, warmUp, before)
  const taken: Awaited<ReturnType<typeof timePairs>>[] = []
  for (let round = 0; round < rounds; round++) taken.push(await timePairs(contestants, pairs, before))
  return { ours: overRounds(taken.map((round) => round.ours)), raw: overRounds(taken.map((round) => round.raw)) }
}

const timePairs = async ({ ours, raw }: Contestants, pairs: number, before?: Contestant) => {
  const timings = { ours: [] as number[], raw: [] as number[] }
  for (let pair = 0; pair < pairs; pair++) {
    await before?.()
    timings.ours.push(await timeOf(ours))
    await before?.()
    timings.raw.push(await timeOf(raw))
  }
  return timings
}

export const timeOf = async (work: Contestant): Promise<number> => {
  const started = performance.now()
  await work()
  return performance.now() - started
}

const overRounds = (rounds: readonly (readonly number[])[]): Timings => ({
  quantile: (share) => median(rounds.map((timings) => quantile(timings, share))),
})

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0

export const median = (values: readonly number[]): number => quantile(values, 0.5)
