/** When the problems of a form are shown: at a field once it was filled and left, and all of them on submit. */
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'

export type Problems<Field extends string> = Readonly<Partial<Record<Field, string>>>

export const useProblems = <Field extends string>(problems: Problems<Field>) => {
  const form = useRef<HTMLFormElement>(null)
  const [shown, setShown] = useState<'all' | readonly Field[]>([])
  return {
    form,
    problemOf: (field: Field): string | undefined =>
      shown === 'all' || shown.includes(field) ? problems[field] : undefined,
    /** A field that is left empty is not wrong yet: somebody may be on the way back. */
    onLeave: (field: Field, value: string): void => {
      if (value.trim() !== '' && shown !== 'all') setShown([...shown, field])
    },
    /** Whether everything can be taken. If not, all problems show and the first one gets the focus. */
    checkAll: (): boolean => {
      if (Object.keys(problems).length === 0) return true
      flushSync(() => setShown('all'))
      form.current?.querySelector<HTMLElement>('input:is([aria-invalid="true"], [data-invalid])')?.focus()
      return false
    },
  }
}
