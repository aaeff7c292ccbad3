/** What became of an import: how many clients came in, and each row that did not, with its reason. */
import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ImportReport } from '#api/engine.ts'
import { StateMark } from '#renderer/components/risk/state-mark.tsx'
import { refusedRowsCsv } from '../first-run/refused-rows-csv.ts'
import { saveBlob } from '../first-run/save-blob.ts'
import css from './import-dialog.module.css'

/** The rest is in the file that can be saved. */
const mostShown = 200

export const ImportReportStep = ({
  report,
  fileName,
}: {
  readonly report: ImportReport
  readonly fileName: string
}) => {
  const { t } = useTranslation('clients')
  const { accepted, refused } = report
  const hidden = refused.length - mostShown
  const save = (): void =>
    saveBlob(refusedRowsCsv(refused, [t('importer.row'), t('importer.reason')]), t('importer.saveName'))
  return (
    <>
      <p className={css.result} role="status">
        <StateMark tone={accepted === 0 ? 'warning' : 'ok'}>
          {accepted === 0 ? t('importer.resultNone') : t('importer.result', { count: accepted })}
        </StateMark>
      </p>
      <p className={css.help}>{t(refused.length === 0 ? 'importer.allGood' : 'importer.from', { name: fileName })}</p>
      {refused.length > 0 && (
        <section className={css.refused} aria-label={t('importer.refused', { count: refused.length })}>
          <div className={css.bar}>
            <h3 className={css.heading}>{t('importer.refused', { count: refused.length })}</h3>
            <Button variant="subtle" leftSection={<IconDownload size={15} stroke={1.6} aria-hidden />} onClick={save}>
              {t('importer.save')}
            </Button>
          </div>
          <div
            className={css.rows}
            tabIndex={0}
            role="region"
            aria-label={t('importer.refused', { count: refused.length })}
          >
            <table className={css.table}>
              <thead>
                <tr>
                  <th scope="col" className={css.line}>
                    {t('importer.row')}
                  </th>
                  <th scope="col">{t('importer.reason')}</th>
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
          </div>
          {hidden > 0 && <p className={css.meta}>{t('importer.more', { count: hidden })}</p>}
        </section>
      )}
    </>
  )
}
