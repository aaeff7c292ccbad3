/** A field for an amount of money, held in minor units, shown with its currency. */
import { NumberInput, type NumberInputProps } from '@mantine/core'
import css from './fields.module.css'
import { wordsOf, type FieldWords } from './field-words.tsx'
import { currencyDigits, numberSeparators } from '#renderer/region/number-separators.ts'
import { useLocale } from '#renderer/region/use-region-formats.ts'

export type MoneyFieldProps = FieldWords & {
  /** In minor units: 120000 is 1,200.00 EUR. Empty is undefined. */
  readonly value: number | undefined
  readonly onChange: (value: number | undefined) => void
  /** ISO 4217. */
  readonly currency: string
  readonly input?: Omit<NumberInputProps, 'label' | 'description' | 'error' | 'value' | 'onChange'>
}

export const MoneyField = ({ value, onChange, currency, input, ...words }: MoneyFieldProps) => {
  const { group, point } = numberSeparators(useLocale())
  const digits = currencyDigits(currency)
  const unit = 10 ** digits
  return (
    <NumberInput
      {...input}
      {...wordsOf(words)}
      leftSection={<span className={css.currency}>{currency}</span>}
      leftSectionWidth={44}
      leftSectionPointerEvents="none"
      allowNegative={false}
      decimalScale={digits}
      thousandSeparator={group}
      decimalSeparator={point}
      className={css.figures ?? ''}
      value={value === undefined ? '' : value / unit}
      onChange={(next) => onChange(next === '' ? undefined : Math.round(Number(next) * unit))}
    />
  )
}
