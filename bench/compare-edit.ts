/** One durable edit of one field against one raw insert-and-commit, and what is made of the timings. */
import { forInformation, withRatioLimit, type Figure } from './figure.ts'
import { timeInTurn, type Contest, type Contestant } from './measure.ts'

export type EditComparison = {
  readonly name: string
  readonly edit: Contestant
  readonly raw: Contestant
  /** Bounds of the ratios at p50 and at p99; none for what is measured for information. */
  readonly most?: readonly [number, number]
  readonly contest?: Contest
}

const usual: Contest = { warmUp: 300, pairs: 700, rounds: 5 }

/** Like is held against like: the median against the raw median, the slowest in a hundred against the raw ones. */
export const compareEdit = async ({
  name,
  edit,
  raw,
  most,
  contest = usual,
}: EditComparison): Promise<readonly Figure[]> => {
  const timings = await timeInTurn({ ours: edit, raw }, contest)
  const micros = (of: 'ours' | 'raw', share: number): number => timings[of].quantile(share) * 1000
  const [p50, p99, rawP50, rawP99] = [
    micros('ours', 0.5),
    micros('ours', 0.99),
    micros('raw', 0.5),
    micros('raw', 0.99),
  ]
  const atP50 = { name: `${name} p50`, figure: p50, unit: 'µs', peer: rawP50 }
  const atP99 = { name: `${name} p99`, figure: p99, unit: 'µs', peer: rawP99 }
  return [
    most === undefined ? forInformation(atP50) : withRatioLimit(atP50, { most: most[0] }),
    most === undefined ? forInformation(atP99) : withRatioLimit(atP99, { most: most[1] }),
    forInformation({ name: `${name} p99 beside the raw p50`, figure: p99, unit: 'µs', peer: rawP50 }),
  ]
}
