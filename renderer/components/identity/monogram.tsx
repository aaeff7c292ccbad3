/** Stands for somebody: a client's is square, a person's round, so that they never look alike. */
import { initialsOf } from './initials.ts'
import css from './monogram.module.css'

export type MonogramProps = {
  readonly name: string
  readonly kind: 'client' | 'person'
  readonly size?: 18 | 20 | 24
  /** Where the name does not stand beside it: then it is a tooltip, and said. */
  readonly alone?: boolean
}

export const Monogram = ({ name, kind, size = 20, alone = false }: MonogramProps) => (
  <span
    className={css.monogram}
    data-kind={kind}
    data-size={size}
    {...(alone ? { role: 'img', 'aria-label': name, title: name } : { 'aria-hidden': true })}
  >
    {initialsOf(name)}
  </span>
)
