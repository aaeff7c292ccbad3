/** The frame of the screens before the portal: a rail on the left, one column, and the buttons below it. */
import { Button } from '@mantine/core'
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { BrandMark } from './brand-mark.tsx'
import css from './set-up-frame.module.css'

export type SetUpFrameProps = {
  /** What stands under the brand: the steps, or the accounts. */
  readonly rail: ReactNode
  /** What stays at the bottom of the rail. */
  readonly railFoot?: ReactNode
  readonly railLabel: string
  readonly children: ReactNode
  readonly footer?: ReactNode
}

export const SetUpFrame = ({ rail, railFoot, railLabel, children, footer }: SetUpFrameProps) => (
  <div className={css.frame}>
    <nav className={css.rail} aria-label={railLabel}>
      <div className={css.brand}>
        <BrandMark />
        SecurAtlas
      </div>
      <div className={css.railBody}>{rail}</div>
      {railFoot !== undefined && <div className={css.railFoot}>{railFoot}</div>}
    </nav>
    <main className={css.main}>
      <div className={css.scroll}>
        <div className={css.column}>{children}</div>
      </div>
      {footer !== undefined && <div className={css.footer}>{footer}</div>}
    </main>
  </div>
)

export type PrimaryAction = {
  readonly label: string
  /** The form that the button submits. */
  readonly form?: string | undefined
  readonly onAct?: (() => void) | undefined
  readonly isBusy?: boolean | undefined
  readonly isLast?: boolean | undefined
}

export type SetUpFooterProps = {
  readonly note?: string | undefined
  readonly back?: { readonly label: string; readonly onBack: () => void } | undefined
  readonly primary?: PrimaryAction | undefined
}

/** Back at the left, the one primary button at the right. */
export const SetUpFooter = ({ note, back, primary }: SetUpFooterProps) => (
  <>
    {back !== undefined && (
      <Button variant="default" leftSection={<IconArrowLeft size={15} stroke={1.6} />} onClick={back.onBack}>
        {back.label}
      </Button>
    )}
    {note !== undefined && <span className={css.note}>{note}</span>}
    <span className={css.gap} />
    {primary !== undefined && (
      <Button
        type={primary.form === undefined ? 'button' : 'submit'}
        form={primary.form}
        onClick={primary.onAct}
        // Stays focusable while it works, so that the keyboard does not lose its place.
        aria-disabled={primary.isBusy}
        data-busy={primary.isBusy || undefined}
        rightSection={primary.isLast === true || primary.isBusy === true ? undefined : <IconArrowRight size={15} stroke={1.6} />}
      >
        {primary.label}
      </Button>
    )}
  </>
)

/** A link-like button at the foot of the rail. */
export const RailAction = ({ icon, label, onAct }: { readonly icon: ReactNode; readonly label: string; readonly onAct: () => void }) => (
  <button type="button" className={css.action} onClick={onAct}>
    {icon}
    {label}
  </button>
)
