/** The steps of the first run in the rail: done, here, and ahead. */
import { IconCircleCheckFilled } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import css from './set-up-steps.module.css'

/** `current`: counted from 0. */
export const SetUpSteps = ({ labels, current }: { readonly labels: readonly string[]; readonly current: number }) => {
  const { t } = useTranslation('firstRun')
  return (
    <ol className={css.steps}>
      {labels.map((label, index) => (
        <li key={label} className={css.step} aria-current={index === current ? 'step' : undefined}>
          {index < current ? (
            <IconCircleCheckFilled className={css.done} size={20} aria-label={t('steps.done')} role="img" />
          ) : (
            <span className={css.number}>{index + 1}</span>
          )}
          {label}
        </li>
      ))}
    </ol>
  )
}
