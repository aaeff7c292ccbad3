/** The product's mark, also a practice's until it has a logo. */
import css from './product-mark.module.css'

export const ProductMark = ({ size = 22 }: { readonly size?: number }) => (
  <svg className={css.mark} width={size} height={size} viewBox="0 0 22 22" aria-hidden>
    <rect width="22" height="22" rx="5" className={css.ground} />
    <circle cx="11" cy="11" r="7.25" className={css.ring} />
    <circle cx="11" cy="11" r="4.25" className={css.ring} />
    <circle cx="11" cy="11" r="1.6" className={css.dot} />
  </svg>
)

export const PracticeLogo = ({ src, size = 22 }: { readonly src: string; readonly size?: number }) => (
  <img className={css.logo} src={src} width={size} height={size} alt="" />
)
