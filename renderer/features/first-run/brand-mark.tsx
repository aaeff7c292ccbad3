/** The product's mark; decoration beside its name. */
import css from './brand-mark.module.css'

export const BrandMark = () => (
  <svg className={css.mark} width="26" height="26" viewBox="0 0 26 26" aria-hidden>
    <rect className={css.ground} width="26" height="26" rx="6" />
    <circle className={css.ring} cx="13" cy="13" r="8" />
    <circle className={css.ring} cx="13" cy="13" r="4.75" />
    <circle className={css.point} cx="13" cy="13" r="1.75" />
  </svg>
)
