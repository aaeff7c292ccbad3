/**
 * The fields of records, which have no Save button: an edit is committed on blur or Enter, a choice at once. Give each a
 * `key` of the record that it edits.
 */
import { DateField } from './date-field.tsx'
import type { FieldWords } from './field-words.tsx'
import { MoneyField } from './money-field.tsx'
import { NumberField } from './number-field.tsx'
import { RecordField, recordWords, type RecordTexts } from './record-mark.tsx'
import { SelectField, type SelectOption } from './select-field.tsx'
import { TextAreaField, TextField } from './text-field.tsx'
import type { Day } from '#renderer/region/written-date.ts'
import { useRecordField, type RecordFieldOptions } from './use-record-field.ts'

type Shared<Value> = Omit<FieldWords, 'error'> &
  Omit<RecordFieldOptions<Value>, 'label'> & { readonly texts: RecordTexts; readonly readOnly?: boolean }

export type RecordTextFieldProps = Shared<string> & { readonly rows?: number; readonly maxLength?: number }

export const RecordTextField = ({
  value,
  save,
  check,
  texts,
  readOnly,
  rows,
  maxLength,
  ...words
}: RecordTextFieldProps) => {
  const field = useRecordField({ label: words.label, value, save, check })
  const input = {
    onBlur: field.commit,
    onKeyDown: field.onKeyDown,
    ...lock(readOnly),
    ...(maxLength === undefined ? {} : { maxLength }),
  }
  const shared = { ...recordWords(words, field), value: field.shown, onChange: field.type, input }
  return (
    <RecordField field={field} texts={texts}>
      {rows === undefined ? <TextField {...shared} /> : <TextAreaField {...shared} rows={rows} />}
    </RecordField>
  )
}

export type RecordNumberFieldProps = Shared<number | undefined> & {
  readonly min?: number
  readonly max?: number
  readonly decimals?: number
}

export const RecordNumberField = ({
  value,
  save,
  check,
  texts,
  readOnly,
  min,
  max,
  decimals,
  ...words
}: RecordNumberFieldProps) => {
  const field = useRecordField({ label: words.label, value, save, check })
  const limits = {
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(decimals === undefined ? {} : { decimals }),
  }
  return (
    <RecordField field={field} texts={texts}>
      <NumberField
        {...recordWords(words, field)}
        {...limits}
        value={field.shown}
        onChange={field.type}
        input={{ onBlur: field.commit, onKeyDown: field.onKeyDown, ...lock(readOnly) }}
      />
    </RecordField>
  )
}

export type RecordMoneyFieldProps = Shared<number | undefined> & { readonly currency: string }

export const RecordMoneyField = ({
  value,
  save,
  check,
  texts,
  readOnly,
  currency,
  ...words
}: RecordMoneyFieldProps) => {
  const field = useRecordField({ label: words.label, value, save, check })
  return (
    <RecordField field={field} texts={texts}>
      <MoneyField
        {...recordWords(words, field)}
        currency={currency}
        value={field.shown}
        onChange={field.type}
        input={{ onBlur: field.commit, onKeyDown: field.onKeyDown, ...lock(readOnly) }}
      />
    </RecordField>
  )
}

export type RecordSelectFieldProps<Value extends string> = Shared<Value | undefined> & {
  readonly options: readonly SelectOption<Value>[]
  readonly placeholder?: string
  readonly nothingFound?: string
  readonly clearable?: boolean
}

export const RecordSelectField = <Value extends string>(props: RecordSelectFieldProps<Value>) => {
  const { value, save, check, texts, readOnly, ...select } = props
  const field = useRecordField({ label: select.label, value, save, check })
  return (
    <RecordField field={field} texts={texts}>
      <SelectField
        {...select}
        {...recordWords(select, field)}
        value={field.shown}
        onChange={field.choose}
        input={lock(readOnly)}
      />
    </RecordField>
  )
}

export type RecordDateFieldProps = Shared<Day | undefined> & { readonly unreadable: string; readonly calendar: string }

export const RecordDateField = ({
  value,
  save,
  check,
  texts,
  readOnly,
  unreadable,
  calendar,
  ...words
}: RecordDateFieldProps) => {
  const field = useRecordField({ label: words.label, value, save, check })
  return (
    <RecordField field={field} texts={texts}>
      <DateField
        {...recordWords(words, field)}
        unreadable={unreadable}
        calendar={calendar}
        value={field.shown}
        onChange={field.choose}
        input={{ onKeyDown: field.onKeyDown, ...lock(readOnly) }}
      />
    </RecordField>
  )
}

const lock = (readOnly: boolean | undefined): { readonly readOnly?: boolean } => (readOnly === true ? { readOnly } : {})
