/** Search by name or external id: what is typed shows at once, the list follows a moment later. */
import { CloseButton, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { KeyHint } from '#renderer/components/keys/key-hint.tsx'
import css from './clients-header.module.css'

export type ClientsSearchFieldProps = {
  readonly field: RefObject<HTMLInputElement | null>
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onLeave: () => void
}

const pauseMs = 120
const mostCharacters = 200

export const ClientsSearchField = ({ field, value, onChange, onLeave }: ClientsSearchFieldProps) => {
  const { t } = useTranslation('clients')
  const [typed, setTyped] = useState(value)
  const told = useRef(value)
  const tell = useDebouncedCallback((text: string) => {
    told.current = text
    onChange(text)
  }, pauseMs)
  // Cleared or changed from elsewhere: the field follows. What it told itself comes back and is no news.
  useEffect(() => {
    if (value === told.current) return
    told.current = value
    setTyped(value)
  }, [value])
  const change = (text: string): void => {
    setTyped(text)
    tell(text)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && typed !== '') {
      event.stopPropagation()
      change('')
    } else if (event.key === 'Escape' || event.key === 'Enter' || event.key === 'ArrowDown') {
      event.preventDefault()
      event.stopPropagation()
      onLeave()
    }
  }
  return (
    <TextInput
      ref={field}
      className={css.search ?? ''}
      role="searchbox"
      aria-label={t('search')}
      placeholder={t('search')}
      maxLength={mostCharacters}
      autoComplete="off"
      spellCheck={false}
      value={typed}
      onChange={(event) => change(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      leftSection={<IconSearch size={15} stroke={1.6} aria-hidden />}
      leftSectionPointerEvents="none"
      rightSection={
        typed === '' ? (
          <KeyHint keys={['/']} />
        ) : (
          <CloseButton size={22} aria-label={t('filter.clear')} onClick={() => change('')} />
        )
      }
    />
  )
}
