/** A dialog of 440 or 640 px for any other decision that blocks; never one on top of another. */
import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import css from './dialogs.module.css'

export type DialogProps = {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly title: string
  readonly width?: 440 | 640
  readonly children: ReactNode
  /** Cancel, then the primary button. */
  readonly actions?: ReactNode
}

export const Dialog = ({ isOpen, onClose, title, width = 440, children, actions }: DialogProps) => (
  <Modal opened={isOpen} onClose={onClose} title={title} size={width}>
    {children}
    {actions !== undefined && <div className={css.actions}>{actions}</div>}
  </Modal>
)
