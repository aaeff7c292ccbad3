/** A field for a whole number. Empty is undefined, never 0. */
import { NumberInput, type NumberInputProps } from '@mantine/core'
import css from './fields.module.css'
import { wordsOf, type FieldWords } from './field-words.tsx'
import { numberSeparators } from '#renderer/region/number-separators.ts'
import { useLocale } from '#renderer/region/use-region-formats.ts'

export type NumberFieldProps = FieldWords & {
  readonly value: number | undefined
  readonly onChange: (value: number | undefined) => void
  readonly min?: number
  readonly max?: number
  /** Digits after the point; none for counts. */
  readonly decimals?: number
  /** Of the input element: onBlur, onKeyDown and the like. */
  readonly input?: Omit<NumberInputProps, 'label' | 'description' | 'error' | 'value' | 'onChange' | 'min' | 'max'>
}

export const NumberField = ({ value, onChange, min, max, decimals = 0, input, ...words }: NumberFieldProps) => {
  const { group, point } = numberSeparators(useLocale())
  return (
    <NumberInput
      {...input}
      {...wordsOf(words)}
      {...(min === undefined ? {} : { min })}
      {...(max === undefined ? {} : { max })}
      // What was typed stays; that it is too large is for the error to say.
      clampBehavior="none"
      allowDecimal={decimals > 0}
      decimalScale={decimals}
      thousandSeparator={group}
      decimalSeparator={point}
      className={css.figures ?? ''}
      value={value ?? ''}
      onChange={(next) => onChange(typeof next === 'number' ? next : next === '' ? undefined : Number(next))}
    />
  )
}
