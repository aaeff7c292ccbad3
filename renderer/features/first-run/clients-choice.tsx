/** How the first clients come in: typed, from a file, or later. */
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { OptionCards } from '#renderer/components/fields/option-cards.tsx'
import { WizardTitle } from '#renderer/components/wizard/wizard-frame.tsx'
import { FirstRunFrame } from './first-run-frame.tsx'

export type ClientsWay = 'hand' | 'file' | 'takeOver' | 'later'

export type ClientsChoiceProps = {
  readonly way: ClientsWay
  readonly onChoose: (way: ClientsWay) => void
  readonly onNext: () => void
}

export const ClientsChoice = ({ way, onChoose, onNext }: ClientsChoiceProps) => {
  const { t } = useTranslation('firstRun')
  const id = useId()
  const isLast = way === 'later'
  return (
    <FirstRunFrame
      mode="partner"
      step="clients"
      primary={{ label: isLast ? t('clients.open') : t('continue'), form: `${id}-form`, isLast }}
    >
      <WizardTitle id={id} title={t('clients.title')} help={t('clients.help')} takesFocus />
      <form
        id={`${id}-form`}
        onSubmit={(event) => {
          event.preventDefault()
          onNext()
        }}
      >
        <OptionCards
          label={t('clients.title')}
          value={way}
          onChange={onChoose}
          options={[
            { value: 'hand', title: t('clients.byHand'), text: t('clients.byHandHelp') },
            { value: 'file', title: t('clients.fromFile'), text: t('clients.fromFileHelp') },
            { value: 'takeOver', title: t('clients.takeOver'), text: t('clients.takeOverHelp') },
            { value: 'later', title: t('clients.later'), text: t('clients.laterHelp') },
          ]}
        />
      </form>
    </FirstRunFrame>
  )
}
