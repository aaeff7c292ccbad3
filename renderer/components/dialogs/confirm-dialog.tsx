/** A decision that blocks: it names the effect, its button repeats the verb, and Cancel has the focus. */
import { Button, Modal, TextInput } from '@mantine/core'
import { useId, useState, type ReactNode } from 'react'
import css from './dialogs.module.css'

export type ConfirmDialogProps = {
  readonly isOpen: boolean
  readonly onCancel: () => void
  readonly onConfirm: () => void
  /** "Revoke access?" */
  readonly title: string
  /** What will be so afterwards, and what cannot be undone. */
  readonly children: ReactNode
  /** The verb of the title: "Revoke access". */
  readonly confirm: string
  readonly cancel: string
  /** `danger` is for what destroys. */
  readonly tone?: 'plain' | 'danger'
  /** For what cannot be undone: the name that has to be typed, and the words over its field. */
  readonly typeName?: { readonly name: string; readonly label: string } | undefined
  /** Another way out, such as "Hand over instead…". */
  readonly other?: ReactNode
  readonly isBusy?: boolean
  /** The effect failed: why, and what to do. */
  readonly failure?: ReactNode
}

export const ConfirmDialog = (props: ConfirmDialogProps) => (
  <Modal
    opened={props.isOpen}
    onClose={props.onCancel}
    title={props.title}
    closeOnClickOutside={props.isBusy !== true}
    closeOnEscape={props.isBusy !== true}
  >
    {/* What was typed belongs to one question: it goes when the dialog does. */}
    <ConfirmForm {...props} />
  </Modal>
)

const ConfirmForm = (props: ConfirmDialogProps) => {
  const { typeName, tone = 'plain', isBusy = false } = props
  const [typed, setTyped] = useState('')
  const why = useId()
  const isNamed = typeName === undefined || typed.trim() === typeName.name.trim()
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (isNamed && !isBusy) props.onConfirm()
      }}
    >
      <div className={css.text} id={why}>
        {props.children}
      </div>
      {typeName !== undefined && (
        <TextInput
          className={css.name ?? ''}
          label={typeName.label}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          autoComplete="off"
          spellCheck={false}
        />
      )}
      {props.failure !== undefined && (
        <div className={css.failure} role="alert">
          {props.failure}
        </div>
      )}
      <div className={css.actions}>
        {props.other !== undefined && <div className={css.other}>{props.other}</div>}
        <Button variant="default" data-autofocus onClick={props.onCancel} disabled={isBusy}>
          {props.cancel}
        </Button>
        <Button type="submit" data-tone={tone} disabled={!isNamed} loading={isBusy} aria-describedby={why}>
          {props.confirm}
        </Button>
      </div>
    </form>
  )
}
