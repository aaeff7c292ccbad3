/** A year's expected loss in a row: the mean, and its range on one scale that all rows of the table share. */
import css from './risk.module.css'
import { placeOnScale, type LossScale } from './loss-scale.ts'

export type ExposureCellProps = {
  readonly exposure: {
    readonly mean: number
    readonly low: number
    readonly high: number
    /** "$386k": what is shown. */
    readonly words: string
    /** Spells out mean and range, for those who hear the table. */
    readonly spoken: string
  }
  readonly scale: LossScale
}

export const ExposureCell = ({ exposure, scale }: ExposureCellProps) => {
  const low = placeOnScale(exposure.low, scale)
  const high = placeOnScale(exposure.high, scale)
  const mean = placeOnScale(exposure.mean, scale)
  return (
    <span className={css.exposure} role="img" aria-label={exposure.spoken}>
      <span className={css.mean}>{exposure.words}</span>
      <svg className={css.range} width="104" height="14" viewBox="0 0 104 14" aria-hidden>
        <path className={css.track} d="M2 7h100" />
        <path className={css.interval} d={`M${2 + low * 100} 7H${2 + high * 100}`} />
        <path className={css.tick} d={`M${2 + mean * 100} 2v10`} />
      </svg>
    </span>
  )
}
