/** Where a hand-over file goes, and the passphrase that opens it, typed twice. */
import { useTranslation } from 'react-i18next'
import { PassphraseField } from '#renderer/components/fields/passphrase-field.tsx'
import { PathField } from '../folder/path-field.tsx'

export type HandOverDraft = {
  readonly path: string | undefined
  readonly passphrase: string
  readonly repeated: string
}
type Problem = 'pathMissing' | 'tooShort' | 'different' | undefined
export type HandOverProblems = Partial<Readonly<Record<keyof HandOverDraft, Problem>>>

/** The engine counts code points after NFKC as well. */
export const problemsOf = ({ path = '', passphrase, repeated }: HandOverDraft): HandOverProblems => ({
  path: path.trim() === '' ? 'pathMissing' : undefined,
  passphrase: [...passphrase.normalize('NFKC')].length < 8 ? 'tooShort' : undefined,
  repeated: passphrase === repeated ? undefined : 'different',
})

export type HandOverFieldsProps = {
  readonly draft: HandOverDraft
  readonly problems: HandOverProblems
  readonly onChange: (part: Partial<HandOverDraft>) => void
}

export const HandOverFields = ({ draft, problems, onChange }: HandOverFieldsProps) => {
  const { t } = useTranslation('leaving')
  const texts = { show: t('show'), hide: t('hide') }
  const strength = {
    tooShort: t('handOver.strength.tooShort'),
    fair: t('handOver.strength.fair'),
    good: t('handOver.strength.good'),
    strong: t('handOver.strength.strong'),
  }
  const wordsOf = (field: keyof HandOverDraft): string | undefined => {
    const problem = problems[field]
    return problem === undefined ? undefined : t(`handOver.${problem}`)
  }
  return (
    <>
      <PassphraseField
        label={t('handOver.passphrase')}
        help={t('handOver.passphraseHelp')}
        value={draft.passphrase}
        onChange={(passphrase) => onChange({ passphrase })}
        error={wordsOf('passphrase')}
        texts={texts}
        strength={strength}
        autoFocus
      />
      <PassphraseField
        label={t('handOver.repeat')}
        value={draft.repeated}
        onChange={(repeated) => onChange({ repeated })}
        error={wordsOf('repeated')}
        texts={texts}
      />
      <PathField
        choice={{ kind: 'newFile', name: 'hand-over.securatlas' }}
        label={t('handOver.path')}
        help={t('handOver.pathHelp')}
        value={draft.path ?? ''}
        onChange={(path) => onChange({ path })}
        error={wordsOf('path')}
      />
    </>
  )
}
