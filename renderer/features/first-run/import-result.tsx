/** What became of a list: how many clients came in, and each row that did not, with its reason. */
import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ImportReport } from '#api/engine.ts'
import { WizardTitle } from '#renderer/components/wizard/wizard-frame.tsx'
import css from './import-result.module.css'
import { refusedRowsCsv } from './refused-rows-csv.ts'
import { saveBlob } from './save-blob.ts'

/** The rest is in the file that can be saved. */
const mostShown = 200

export const ImportResult = ({ report, fileName }: { readonly report: ImportReport; readonly fileName: string }) => {
  const { t } = useTranslation('firstRun')
  const { accepted, refused } = report
  const title = accepted === 0 ? t('result.titleNone') : t('result.title', { count: accepted })
  const hidden = refused.length - mostShown
  const save = (): void =>
    saveBlob(refusedRowsCsv(refused, [t('result.row'), t('result.reason')]), t('result.saveName'))
  return (
    <>
      <WizardTitle
        title={title}
        help={
          refused.length === 0
            ? `${t('result.from', { name: fileName })} ${t('result.allGood')}`
            : t('result.from', { name: fileName })
        }
        takesFocus
      />
      {refused.length > 0 && (
        <section aria-label={t('result.refusedTitle', { count: refused.length })}>
          <div className={css.bar}>
            <h2 className={css.heading}>{t('result.refusedTitle', { count: refused.length })}</h2>
            <Button variant="subtle" leftSection={<IconDownload size={15} stroke={1.6} />} onClick={save}>
              {t('result.save')}
            </Button>
          </div>
          <table className={css.table}>
            <thead>
              <tr>
                <th scope="col" className={css.line}>
                  {t('result.row')}
                </th>
                <th scope="col">{t('result.reason')}</th>
              </tr>
            </thead>
            <tbody>
              {refused.slice(0, mostShown).map(({ line, reason }) => (
                <tr key={line}>
                  <td className={css.line}>{line}</td>
                  <td>{reason}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {hidden > 0 && <p className={css.more}>{t('result.more', { count: hidden })}</p>}
        </section>
      )}
    </>
  )
}
