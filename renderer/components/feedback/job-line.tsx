/** A job in the status bar: its words, its bar, a click for the list. */
import { Progress } from '@mantine/core'
import { IconCircleDashed } from '@tabler/icons-react'
import { StatusItem } from '../frame/status-bar.tsx'
import css from './feedback.module.css'

export type JobLineProps = {
  /** "Re-simulating exposure, 412 of 503 clients" */
  readonly words: string
  /** 0 to 1; undefined while nobody knows how much there is. */
  readonly done?: number | undefined
  /** "about 20 s left", after five seconds and only where it can be relied on. */
  readonly left?: string | undefined
  readonly onOpen: () => void
}

export const JobLine = ({ words, done, left, onOpen }: JobLineProps) => (
  <StatusItem icon={<IconCircleDashed size={14} stroke={1.6} aria-hidden />} onOpen={onOpen}>
    <span className={css.job}>
      <span className={css.jobWords}>{words}</span>
      {done !== undefined && <Progress className={css.jobBar} value={Math.round(done * 100)} aria-label={words} />}
      {left !== undefined && <span>{left}</span>}
    </span>
  </StatusItem>
)
