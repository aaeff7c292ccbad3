/** The recovery key, once: in groups that can be read aloud, to copy, to print, to write down. */
import { Button } from '@mantine/core'
import { IconCheck, IconCopy, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import css from './recovery-key.module.css'

export type RecoveryKeyCardProps = {
  /** With its hyphens: the groups are what stands between them. */
  readonly recoveryKey: string
  readonly texts: {
    readonly label: string
    readonly copy: string
    readonly copied: string
    /** When the clipboard is not to be had. */
    readonly copyFailed?: string
    readonly print: string
    /** The head of the printed sheet: whose key this is. */
    readonly sheetTitle: string
    readonly sheetText: string
  }
}

export const RecoveryKeyCard = ({ recoveryKey, texts }: RecoveryKeyCardProps) => {
  const [copying, setCopying] = useState<'no' | 'done' | 'failed'>('no')
  const isCopied = copying === 'done'
  const groups = recoveryKey.split('-')
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(recoveryKey).then(
      () => setCopying('done'),
      () => setCopying('failed'),
    )
  }
  return (
    <div className={css.card} data-print-sheet>
      <div className={css.sheetHead}>
        <h1>{texts.sheetTitle}</h1>
        <p>{texts.sheetText}</p>
      </div>
      <div className={css.key} role="group" aria-label={texts.label}>
        {groups.map((group, index) => (
          // A key may hold the same group twice.
          <span key={`${index}-${group}`} className={css.group}>
            <span className={css.number} aria-hidden>
              {index + 1}
            </span>
            {group}
          </span>
        ))}
      </div>
      <div className={css.actions}>
        <Button
          variant="default"
          leftSection={
            isCopied ? (
              <IconCheck size={15} stroke={1.6} aria-hidden />
            ) : (
              <IconCopy size={15} stroke={1.6} aria-hidden />
            )
          }
          onClick={() => void copy()}
        >
          <span aria-live="polite">{isCopied ? texts.copied : texts.copy}</span>
        </Button>
        <Button
          variant="default"
          leftSection={<IconPrinter size={15} stroke={1.6} aria-hidden />}
          onClick={() => window.print()}
        >
          {texts.print}
        </Button>
      </div>
      <p className={css.failed} role="status">
        {copying === 'failed' ? texts.copyFailed : ''}
      </p>
    </div>
  )
}
