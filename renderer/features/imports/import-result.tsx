/** How many rows of each fate, and what becomes of those whose client is there already. */
import { Radio, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DuplicateChoice, RowFate } from '#api/client-import.ts'
import { StateIcon } from '#renderer/components/risk/state-mark.tsx'
import { useFormats } from '../clients/use-formats.ts'
import { duplicateChoices, fateTones, rowFates } from './import-fates.ts'
import css from './import-result.module.css'
import type { ImportPreviewState } from './use-import-preview.ts'

export type ImportResultProps = {
  readonly preview: ImportPreviewState
  readonly duplicates: DuplicateChoice
  readonly onDuplicates: (choice: DuplicateChoice) => void
}

const alwaysShown: readonly RowFate[] = ['add', 'refuse']

export const ImportResult = ({ preview, duplicates, onDuplicates }: ImportResultProps) => {
  const { t } = useTranslation('imports')
  const formats = useFormats()
  const { counts, needsName, isStale } = preview
  const fates = rowFates.filter((fate) => alwaysShown.includes(fate) || (counts !== undefined && counts[fate] > 0))
  const hasDuplicates = duplicates !== 'skip' || (counts !== undefined && counts.skip > 0)
  return (
    <section className={css.result} aria-label={t('result.title')}>
      <h2 className={css.title}>{t('result.title')}</h2>
      {needsName ? (
        <p className={css.needs}>
          <StateIcon tone="warning" />
          {t('match.nameMissing')}
        </p>
      ) : counts === undefined ? (
        <p className={css.working}>{t('result.working')}</p>
      ) : (
        <dl className={css.counts} aria-live="polite" aria-busy={isStale}>
          {fates.map((fate) => (
            <div key={fate} className={css.count}>
              <dt>
                <StateIcon tone={fate === 'refuse' && counts.refuse === 0 ? 'info' : fateTones[fate]} />
                {t(`result.${fate}`)}
              </dt>
              <dd>{formats.number(counts[fate])}</dd>
            </div>
          ))}
        </dl>
      )}
      {hasDuplicates && (
        <Radio.Group
          className={css.choice}
          label={t('result.duplicates')}
          value={duplicates}
          onChange={(value) => onDuplicates(duplicateChoices.find((choice) => choice === value) ?? 'skip')}
        >
          <Stack gap={6} mt={8}>
            {duplicateChoices.map((choice) => (
              <Radio key={choice} value={choice} label={t(`result.choices.${choice}`)} />
            ))}
          </Stack>
        </Radio.Group>
      )}
      <p className={css.note}>{t('result.note')}</p>
    </section>
  )
}
