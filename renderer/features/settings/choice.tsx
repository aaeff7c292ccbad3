/** A setting of few values that stand beside each other. */
import { SegmentedControl } from '@mantine/core'
import { useId } from 'react'
import css from './settings.module.css'

type ChoiceProps<Value extends string> = {
  readonly label: string
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  readonly onChange: (value: Value) => void
}

export const Choice = <Value extends string>({ label, value, options, onChange }: ChoiceProps<Value>) => {
  const id = useId()
  return (
    <section className={css.group}>
      <h2 className={css.title} id={id}>
        {label}
      </h2>
      <div className={css.actions}>
        <SegmentedControl aria-labelledby={id} value={value} data={[...options]} onChange={onChange} />
      </div>
    </section>
  )
}
