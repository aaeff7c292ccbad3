/** A change with its sign, coloured by good or bad and not by up or down. */
import css from './risk.module.css'

export type DeltaProps = {
  /** With its sign, as `signed` writes it. */
  readonly text: string
  readonly effect: 'good' | 'bad' | 'neutral'
}

export const Delta = ({ text, effect }: DeltaProps) => (
  <span className={css.delta} data-effect={effect}>
    {text}
  </span>
)
