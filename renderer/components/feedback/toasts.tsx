/** One line about a result that cannot be seen where one looks: never about an edit that is visible. */
import { hideNotification, Notifications, showNotification } from '@mantine/notifications'
import { StateIcon } from '../risk/state-mark.tsx'
import css from './feedback.module.css'

export type Toast = {
  readonly text: string
  readonly tone?: 'info' | 'ok' | 'error'
  /** At most one: Undo keeps the toast for 10 seconds instead of 6. */
  readonly action?: { readonly label: string; readonly onRun: () => void; readonly isUndo?: boolean } | undefined
  readonly close: string
}

const lifeMs = { plain: 6000, undo: 10_000 } as const

export const showToast = ({ text, tone = 'info', action, close }: Toast): string => {
  const id = crypto.randomUUID()
  const hide = (): string => hideNotification(id)
  return showNotification({
    id,
    message: (
      <span className={css.toastLine}>
        {tone !== 'info' && <StateIcon tone={tone} />}
        <span className={css.toastText}>{text}</span>
        {action !== undefined && (
          <button
            type="button"
            className={css.toastAction}
            onClick={() => {
              hide()
              action.onRun()
            }}
          >
            {action.label}
          </button>
        )}
      </span>
    ),
    role: tone === 'error' ? 'alert' : 'status',
    classNames: { root: css.toast, body: css.toastBody, description: css.toastMessage, closeButton: css.toastClose },
    withBorder: false,
    // Errors stay until they are read.
    autoClose: tone === 'error' ? false : action?.isUndo === true ? lifeMs.undo : lifeMs.plain,
    closeButtonProps: { 'aria-label': close },
  })
}

/** Once on the page: where toasts appear, above the status bar. */
export const Toasts = () => (
  <Notifications
    position="bottom-right"
    limit={4}
    transitionDuration={120}
    containerWidth={440}
    classNames={{ root: css.toasts }}
  />
)
