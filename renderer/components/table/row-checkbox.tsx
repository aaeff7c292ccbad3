/** The checkbox of a row: one element, as a screen full of rows draws dozens of them at once. */
import type { MouseEvent } from 'react'
import css from './row-checkbox.module.css'

export type RowCheckboxProps = {
  readonly label: string
  readonly isOn: boolean
  readonly isPartly?: boolean
  /** Space does the same for the row under the cursor, so rows are no tab stops. */
  readonly isTabStop?: boolean
  readonly onToggle: (event: MouseEvent) => void
}

export const RowCheckbox = ({ label, isOn, isPartly = false, isTabStop = false, onToggle }: RowCheckboxProps) => (
  <input
    type="checkbox"
    className={css.check}
    aria-label={label}
    // Only the element itself can be told: neither HTML nor ARIA has an attribute for it.
    ref={(box) => {
      if (box !== null) box.indeterminate = isPartly
    }}
    checked={isOn}
    data-partly={isPartly || undefined}
    readOnly
    tabIndex={isTabStop ? 0 : -1}
    onClick={onToggle}
    // The focus stays with the list, whose keys go on from here.
    onMouseDown={isTabStop ? undefined : (event) => event.preventDefault()}
  />
)
