/** A new passphrase, typed twice, with words about its length while it is typed. */
import { useTranslation } from 'react-i18next'
import { PassphraseField } from '#renderer/components/fields/passphrase-field.tsx'
import type { PassphraseProblemField } from './check-draft.ts'

export type PassphrasePairProps = {
  readonly passphrase: string
  readonly repeated: string
  readonly onChange: (change: { readonly passphrase?: string; readonly repeated?: string }) => void
  readonly problemOf: (field: PassphraseProblemField) => string | undefined
  readonly onLeave: (field: PassphraseProblemField, value: string) => void
  readonly label: string
  readonly help: string
  readonly autoFocus?: boolean
}

export const PassphrasePair = (props: PassphrasePairProps) => {
  const { passphrase, repeated, onChange, problemOf, onLeave, label, help, autoFocus = false } = props
  const { t } = useTranslation('firstRun')
  const texts = { show: t('protect.show'), hide: t('protect.hide') }
  const strength = {
    tooShort: t('protect.strength.tooShort'),
    fair: t('protect.strength.fair'),
    good: t('protect.strength.good'),
    strong: t('protect.strength.strong'),
  }
  return (
    <>
      <div onBlur={() => onLeave('passphrase', passphrase)}>
        <PassphraseField
          label={label}
          help={help}
          value={passphrase}
          onChange={(typed) => onChange({ passphrase: typed })}
          error={problemOf('passphrase')}
          texts={texts}
          strength={strength}
          autoFocus={autoFocus}
        />
      </div>
      <div onBlur={() => onLeave('repeated', repeated)}>
        <PassphraseField
          label={t('protect.repeat')}
          value={repeated}
          onChange={(typed) => onChange({ repeated: typed })}
          error={problemOf('repeated')}
          texts={texts}
        />
      </div>
    </>
  )
}
