/** Takes a client out of lists and figures; done at once, with Undo. */
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { showToast } from '#renderer/components/feedback/toasts.tsx'
import css from './client.module.css'
import { Section } from './section.tsx'
import { useClientEdits } from './use-client.ts'

export const ArchiveSection = ({ clientId, name }: { readonly clientId: string; readonly name: string }) => {
  const { t } = useTranslation('client')
  const { archive, restore } = useClientEdits(clientId)
  const run = async (): Promise<void> => {
    await archive()
    showToast({
      text: t('settings.archivedToast', { name }),
      action: { label: t('undo'), isUndo: true, onRun: () => void restore() },
      close: t('close'),
    })
  }
  return (
    <Section title={t('settings.archive')} text={t('settings.archiveText')}>
      <div className={css.actions}>
        <Button variant="default" onClick={() => void run()}>
          {t('settings.archive')}
        </Button>
      </div>
    </Section>
  )
}
