/** The frame of the screens before the portal: the wizard's, with its buttons as every one of these screens has them. */
import { Button } from '@mantine/core'
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { WizardFrame } from '#renderer/components/wizard/wizard-frame.tsx'

export type BackAction = { readonly label: string; readonly onBack: () => void }

export type PrimaryAction = {
  readonly label: string
  /** The form that the button submits. */
  readonly form?: string | undefined
  readonly onAct?: (() => void) | undefined
  readonly isBusy?: boolean | undefined
  /** Leads out of the wizard, so without the arrow to the next step. */
  readonly isLast?: boolean | undefined
}

export type SetUpFrameProps = {
  readonly railLabel: string
  readonly steps?: ReactNode
  readonly ways?: ReactNode
  readonly back?: BackAction | undefined
  readonly note?: string | undefined
  readonly primary?: PrimaryAction | undefined
  readonly width?: 'column' | 'full'
  readonly children: ReactNode
}

export const SetUpFrame = ({
  railLabel,
  steps,
  ways,
  back,
  note,
  primary,
  width = 'column',
  children,
}: SetUpFrameProps) => {
  const { t } = useTranslation('firstRun')
  const hasStart = back !== undefined || note !== undefined
  return (
    <WizardFrame
      product={t('product')}
      railLabel={railLabel}
      steps={steps}
      ways={ways}
      start={hasStart ? <Start back={back} note={note} /> : undefined}
      end={primary && <Primary {...primary} />}
      width={width}
    >
      {children}
    </WizardFrame>
  )
}

const Start = ({ back, note }: Pick<SetUpFrameProps, 'back' | 'note'>) => (
  <>
    {back !== undefined && (
      <Button
        variant="default"
        leftSection={<IconArrowLeft size={15} stroke={1.6} aria-hidden />}
        onClick={back.onBack}
      >
        {back.label}
      </Button>
    )}
    {note}
  </>
)

const Primary = ({ label, form, onAct, isBusy = false, isLast = false }: PrimaryAction) => (
  <Button
    type={form === undefined ? 'button' : 'submit'}
    form={form}
    onClick={onAct}
    // Not disabled while it works, so that the keyboard does not lose its place; what it starts takes no second call.
    aria-disabled={isBusy || undefined}
    rightSection={isLast || isBusy ? undefined : <IconArrowRight size={15} stroke={1.6} aria-hidden />}
  >
    {label}
  </Button>
)
