/** A field for one of several values; with many of them one types a part of the word. */
import { Select, type SelectProps } from '@mantine/core'
import { IconSelector } from '@tabler/icons-react'
import { wordsOf, type FieldWords } from './field-words.tsx'

export type SelectOption<Value extends string> = {
  readonly value: Value
  readonly label: string
  readonly disabled?: boolean
}

export type SelectFieldProps<Value extends string> = FieldWords & {
  readonly value: Value | undefined
  readonly onChange: (value: Value | undefined) => void
  readonly options: readonly SelectOption<Value>[]
  readonly placeholder?: string
  /** The words of a list that holds nothing of what was typed. */
  readonly nothingFound?: string
  readonly clearable?: boolean
  readonly input?: Omit<SelectProps, 'label' | 'description' | 'error' | 'value' | 'onChange' | 'data'>
}

const searchableFrom = 9

export const SelectField = <Value extends string>(props: SelectFieldProps<Value>) => {
  const { value, onChange, options, placeholder, nothingFound, clearable = false, input, ...words } = props
  return (
    <Select
      {...input}
      {...wordsOf(words)}
      data={[...options]}
      value={value ?? null}
      onChange={(next) => onChange(options.find((option) => option.value === next)?.value)}
      allowDeselect={clearable}
      clearable={clearable}
      searchable={options.length >= searchableFrom}
      nothingFoundMessage={nothingFound}
      {...(placeholder === undefined ? {} : { placeholder })}
      rightSection={<IconSelector size={15} stroke={1.6} aria-hidden />}
      rightSectionPointerEvents="none"
    />
  )
}
