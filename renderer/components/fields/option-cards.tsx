/** A choice among few things that need a sentence each: bordered, as the border says that one can choose. */
import { useId } from 'react'
import css from './fields.module.css'

export type OptionCard<Value extends string> = { readonly value: Value; readonly title: string; readonly text: string }

export type OptionCardsProps<Value extends string> = {
  /** The question. */
  readonly label: string
  readonly options: readonly OptionCard<Value>[]
  readonly value: Value | undefined
  readonly onChange: (value: Value) => void
}

export const OptionCards = <Value extends string>({ label, options, value, onChange }: OptionCardsProps<Value>) => {
  const name = useId()
  return (
    <div className={css.options} role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <label key={option.value} className={css.option}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            aria-labelledby={`${name}-${option.value}-title`}
            aria-describedby={`${name}-${option.value}-text`}
            onChange={() => onChange(option.value)}
          />
          <span className={css.optionTitle} id={`${name}-${option.value}-title`}>
            {option.title}
          </span>
          <span className={css.optionText} id={`${name}-${option.value}-text`}>
            {option.text}
          </span>
        </label>
      ))}
    </div>
  )
}
