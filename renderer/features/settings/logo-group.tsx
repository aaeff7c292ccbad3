/** The practice's logo: chosen or dropped, shown as it is kept, replaced and removed. */
import { Button } from '@mantine/core'
import { useRef, useState, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import css from './logo-group.module.css'
import { SettingGroup } from './setting-group.tsx'
import settings from './settings.module.css'
import { logoKinds, shrinkLogo } from './shrink-logo.ts'
import { usePracticeLogo } from './use-practice-logo.ts'
import { useSavePractice } from './use-save-practice.ts'

export const LogoGroup = ({ readOnly }: { readonly readOnly: boolean }) => {
  const { t } = useTranslation('settings')
  const src = usePracticeLogo()
  const { problem, take, remove } = useLogo()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const onDrop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    const [file] = event.dataTransfer.files
    if (file !== undefined) void take(file)
  }
  if (readOnly && src === undefined) return null
  return (
    <SettingGroup title={t('logo.title')} text={t('logo.text')}>
      <div
        className={css.place}
        data-over={isOver || undefined}
        {...(!readOnly && {
          onDragOver: (event: DragEvent) => {
            event.preventDefault()
            setOver(true)
          },
          onDragLeave: () => setOver(false),
          onDrop,
        })}
      >
        <div className={css.picture}>
          {src === undefined ? (
            <span className={css.none}>{t('logo.none')}</span>
          ) : (
            <img src={src} alt={t('logo.alt')} />
          )}
        </div>
        {readOnly ? null : (
          <div className={css.side}>
            <div className={settings.actions}>
              <Button variant="default" onClick={() => input.current?.click()}>
                {t(src === undefined ? 'logo.choose' : 'logo.replace')}
              </Button>
              {src === undefined ? null : (
                <Button variant="subtle" onClick={() => void remove()}>
                  {t('logo.remove')}
                </Button>
              )}
            </div>
            <p className={css.help}>{t('logo.help')}</p>
          </div>
        )}
      </div>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t('logo.title')}
        accept={logoKinds.join()}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? []
          // The same file again is a choice too.
          currentTarget.value = ''
          if (file !== undefined) void take(file)
        }}
      />
      {problem === undefined ? null : (
        <p role="alert" className={settings.problem}>
          {problem}
        </p>
      )}
    </SettingGroup>
  )
}

const useLogo = () => {
  const { t } = useTranslation('settings')
  const save = useSavePractice()
  const [problem, setProblem] = useState<string>()
  const write = async (logo: string | null): Promise<void> => {
    const answer = await save({ logo })
    setProblem(answer.ok ? undefined : answer.reason)
  }
  return {
    problem,
    take: async (file: Blob): Promise<void> => {
      const shrunk = await shrinkLogo(file)
      if (shrunk.ok) await write(shrunk.value)
      else setProblem(t(`logo.problems.${shrunk.error}`))
    },
    remove: () => write(null),
  }
}
