/** A field for a line of text. */
import { Textarea, TextInput, type TextInputProps } from '@mantine/core'
import type { ComponentProps } from 'react'
import { wordsOf, type FieldWords } from './field-words.tsx'

export type TextFieldProps = FieldWords & {
  readonly value: string
  readonly onChange: (value: string) => void
  /** Of the input element: autocomplete, maxLength, onBlur and the like. */
  readonly input?: Omit<TextInputProps, 'label' | 'description' | 'error' | 'value' | 'onChange'>
}

export const TextField = ({ value, onChange, input, ...words }: TextFieldProps) => (
  <TextInput {...input} {...wordsOf(words)} value={value} onChange={(event) => onChange(event.currentTarget.value)} />
)

export type TextAreaFieldProps = FieldWords & {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly rows?: number
  readonly input?: Omit<ComponentProps<typeof Textarea>, 'label' | 'description' | 'error' | 'value' | 'onChange'>
}

/** For several lines; grows with them up to three times its rows. */
export const TextAreaField = ({ value, onChange, rows = 3, input, ...words }: TextAreaFieldProps) => (
  <Textarea
    {...input}
    {...wordsOf(words)}
    rows={rows}
    value={value}
    onChange={(event) => onChange(event.currentTarget.value)}
  />
)
