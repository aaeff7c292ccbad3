/** The dialogs of one client that leaves or is cloned; at most one is open. */
import { useState, type ReactNode } from 'react'
import { useMay } from '../clients/use-clients.ts'
import { CloneDialog } from './clone-dialog.tsx'
import { DeleteDialog } from './delete-dialog.tsx'
import { HandOverDialog, type LeavingClient } from './hand-over-dialog.tsx'

type LeavingDialog = 'handOver' | 'clone' | 'delete'

export type LeavingDialogs = {
  /** Each is left out where the role does not allow it. */
  readonly onHandOver: (() => void) | undefined
  readonly onClone: (() => void) | undefined
  readonly onDelete: (() => void) | undefined
  readonly dialog: ReactNode
}

export const useLeavingDialogs = (client: LeavingClient): LeavingDialogs => {
  const [open, setOpen] = useState<LeavingDialog>()
  const close = (): void => setOpen(undefined)
  const onHandOver = useMay('client.handOver') ? () => setOpen('handOver') : undefined
  const onClone = useMay('client.add') ? () => setOpen('clone') : undefined
  const onDelete = useMay('client.delete') ? () => setOpen('delete') : undefined
  const dialog =
    open === 'handOver' ? (
      <HandOverDialog client={client} onClose={close} />
    ) : open === 'clone' ? (
      <CloneDialog client={client} onClose={close} />
    ) : open === 'delete' ? (
      <DeleteDialog client={client} onClose={close} onHandOver={onHandOver} />
    ) : null
  return { onHandOver, onClone, onDelete, dialog }
}
