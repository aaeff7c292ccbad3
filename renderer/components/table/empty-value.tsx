/** What stands where there is no value. Zero is "0". */
import css from './data-table.module.css'

export const EmptyValue = () => <span className={css.empty}>–</span>
