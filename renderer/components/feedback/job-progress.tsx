/** Work that is under way: how far, and the way to stop it. */
import { Button, Progress } from '@mantine/core'
import { useHoldWindow } from './use-hold-window.ts'
import css from './job-progress.module.css'

export type JobProgressProps = {
  readonly label: string
  /** "Adding clients, 412 of 503". */
  readonly words: string
  readonly done: number
  /** 0 while unknown. */
  readonly total: number
  readonly cancel?: string | undefined
  readonly onCancel?: (() => void) | undefined
}

export const JobProgress = ({ label, words, done, total, cancel, onCancel }: JobProgressProps) => {
  useHoldWindow(true)
  return (
    <div className={css.job}>
      <p className={css.words} role="status">
        {words}
      </p>
      <div className={css.line}>
        <Progress.Root className={css.bar}>
          <Progress.Section value={total === 0 ? 0 : (done / total) * 100} aria-label={label} />
        </Progress.Root>
        {onCancel !== undefined && (
          // What started the work is gone from the screen, so the keyboard goes on here.
          <Button variant="default" onClick={onCancel} autoFocus>
            {cancel}
          </Button>
        )}
      </div>
    </div>
  )
}
