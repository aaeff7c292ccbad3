/** A measured figure beside what it is measured against, as a line of JSON and as a row of the closing table. */
export type Figure = {
  readonly name: string
  readonly figure: number
  readonly unit: string
  /** What the same machine does without us, in the same unit; null where the limit is absolute. */
  readonly peer: number | null
  /** figure ÷ peer */
  readonly ratio: number | null
  /** The bound that `ok` speaks of: on the ratio where it ends in "x", else on the figure. Null: for information. */
  readonly limit: string | null
  readonly ok: boolean
}

type Measured = { readonly name: string; readonly figure: number; readonly unit: string; readonly peer?: number }
type Bound = { readonly most: number } | { readonly least: number }

export const withRatioLimit = (measured: Measured & { readonly peer: number }, bound: Bound): Figure => {
  const ratio = measured.figure / measured.peer
  return { ...rounded(measured, ratio), limit: `${words(bound)}x`, ok: isWithin(ratio, bound) }
}

export const withLimit = (measured: Measured, bound: Bound): Figure => ({
  ...rounded(measured, measured.peer === undefined ? undefined : measured.figure / measured.peer),
  limit: `${words(bound)} ${measured.unit}`,
  ok: isWithin(measured.figure, bound),
})

export const forInformation = (measured: Measured): Figure => ({
  ...rounded(measured, measured.peer === undefined ? undefined : measured.figure / measured.peer),
  limit: null,
  ok: true,
})

const isWithin = (value: number, bound: Bound): boolean =>
  'most' in bound ? value <= bound.most : value >= bound.least

const words = (bound: Bound): string => ('most' in bound ? `<= ${bound.most}` : `>= ${bound.least}`)

const rounded = ({ name, figure, unit, peer }: Measured, ratio: number | undefined) => ({
  name,
  figure: round(figure),
  unit,
  peer: peer === undefined ? null : round(peer),
  ratio: ratio === undefined ? null : round(ratio),
})

const round = (value: number): number => Number(value.toPrecision(3))

/** Columns in line, for people. */
export const figureTable = (figures: readonly Figure[]): string => {
  const rows = [
    ['bench', 'figure', 'unit', 'peer', 'ratio', 'limit', ''],
    ...figures.map(({ name, figure, unit, peer, ratio, limit, ok }) => [
      name,
      String(figure),
      unit,
      String(peer ?? ''),
      String(ratio ?? ''),
      limit ?? '',
      ok ? '' : 'MISSED',
    ]),
  ]
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  '),
    )
    .map((line) => line.trimEnd())
    .join('\n')
}
