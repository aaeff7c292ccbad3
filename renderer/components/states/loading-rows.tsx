/** Rows that stand still while the real ones come: nothing at first, words when it takes long, then a way out. */
import { Button } from '@mantine/core'
import css from './states.module.css'
import { useElapsed } from './use-elapsed.ts'

export type LoadingRowsProps = {
  readonly count?: number
  /** "Opening Bio-Techne…": said after a second. */
  readonly words: string
  /** Offered after five seconds. */
  readonly cancel?: { readonly label: string; readonly onCancel: () => void } | undefined
}

const steps = [150, 1000, 5000] as const

export const LoadingRows = ({ count = 8, words, cancel }: LoadingRowsProps) => {
  const reached = useElapsed(steps)
  if (reached === 0) return null
  return (
    <div role="status" aria-label={words}>
      {reached >= 2 && (
        <div className={css.loadingWords}>
          {words}
          {reached >= 3 && cancel !== undefined && (
            <Button variant="subtle" onClick={cancel.onCancel}>
              {cancel.label}
            </Button>
          )}
        </div>
      )}
      <div className={css.rows} aria-hidden>
        {Array.from({ length: count }, (_, index) => (
          <div key={index} className={css.row}>
            <span />
            <span />
            <span />
            <span />
          </div>
        ))}
      </div>
    </div>
  )
}
