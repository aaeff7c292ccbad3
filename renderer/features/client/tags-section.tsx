/** The practice's labels on a client. */
import { ActionIcon, Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '#renderer/components/fields/text-field.tsx'
import css from './client.module.css'
import { Section } from './section.tsx'
import { useClientEdits, wordsOf } from './use-client.ts'

export type TagsSectionProps = {
  readonly clientId: string
  readonly tags: readonly string[]
  readonly readOnly: boolean
}

export const TagsSection = ({ clientId, tags, readOnly }: TagsSectionProps) => {
  const { t } = useTranslation('client')
  const { tag, untag } = useClientEdits(clientId)
  const [label, setLabel] = useState('')
  const [problem, setProblem] = useState<string>()
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (label.trim() === '') return
    tag(label).then(
      () => {
        setLabel('')
        setProblem(undefined)
      },
      (error: unknown) => setProblem(wordsOf(error)),
    )
  }
  return (
    <Section title={t('settings.tags')} text={t('settings.tagsText')}>
      <div className={css.tags}>
        {tags.map((one) => (
          <span key={one} className={css.tag}>
            {one}
            {readOnly ? null : (
              <ActionIcon
                size={20}
                aria-label={t('settings.removeTag', { label: one })}
                onClick={() => void untag(one)}
              >
                <IconX size={15} stroke={1.6} aria-hidden />
              </ActionIcon>
            )}
          </span>
        ))}
      </div>
      {readOnly ? null : (
        <form onSubmit={onSubmit} className={css.group}>
          <TextField
            label={t('settings.addTag')}
            value={label}
            onChange={setLabel}
            error={problem}
            input={{ maxLength: 60 }}
          />
          <div className={css.actions}>
            <Button type="submit" variant="default">
              {t('settings.add')}
            </Button>
          </div>
        </form>
      )}
    </Section>
  )
}
