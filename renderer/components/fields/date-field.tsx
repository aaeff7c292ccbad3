/** A field for a day: typed as people type it, or taken from the calendar. */
import { ActionIcon, TextInput, type TextInputProps } from '@mantine/core'
import { IconCalendar } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import css from './fields.module.css'
import { wordsOf, type FieldWords } from './field-words.tsx'
import { readTypedDate, todayHere } from './typed-date.ts'
import { useLocale } from '#renderer/region/use-region-formats.ts'
import { writeDay, type Day } from '#renderer/region/written-date.ts'

export type DateFieldProps = FieldWords & {
  readonly value: Day | undefined
  readonly onChange: (value: Day | undefined) => void
  /** "Use a date such as 4 Dec or +2w": said when what was typed is none. */
  readonly unreadable: string
  /** Of the button that opens the calendar. */
  readonly calendar: string
  readonly input?: Omit<TextInputProps, 'label' | 'description' | 'error' | 'value' | 'onChange'>
}

export const DateField = ({ value, onChange, unreadable, calendar, input, ...words }: DateFieldProps) => {
  // Undefined while nobody types: then the field shows the value.
  const [typed, setTyped] = useState<string>()
  const [isUnread, setUnread] = useState(false)
  const locale = useLocale()
  const picker = useRef<HTMLInputElement>(null)
  const read = (): void => {
    if (typed === undefined) return
    const day = typed.trim() === '' ? undefined : readTypedDate(typed, { today: todayHere(), locale })
    setUnread(day === undefined && typed.trim() !== '')
    if (day === undefined && typed.trim() !== '') return
    setTyped(undefined)
    if (day !== value) onChange(day)
  }
  return (
    <TextInput
      {...input}
      {...wordsOf(isUnread ? { ...words, error: unreadable } : words)}
      className={css.figures ?? ''}
      value={typed ?? (value === undefined ? '' : writeDay(value, locale))}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={(event) => {
        read()
        input?.onBlur?.(event)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') read()
        input?.onKeyDown?.(event)
      }}
      rightSection={
        <>
          <ActionIcon size={24} aria-label={calendar} onClick={() => picker.current?.showPicker()}>
            <IconCalendar size={16} stroke={1.6} aria-hidden />
          </ActionIcon>
          <input
            ref={picker}
            className={css.calendar}
            type="date"
            tabIndex={-1}
            aria-hidden
            value={value ?? ''}
            onChange={(event) => {
              setTyped(undefined)
              setUnread(false)
              onChange(event.currentTarget.value === '' ? undefined : event.currentTarget.value)
            }}
          />
        </>
      }
    />
  )
}
