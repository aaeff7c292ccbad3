/** A value that the feature holds if it wants to, and the component otherwise. */
import { useState } from 'react'

export const useControlled = <Value>(
  given: Value | undefined,
  onChange: ((value: Value) => void) | undefined,
  initial: Value,
): readonly [Value, (value: Value) => void] => {
  const [own, setOwn] = useState(initial)
  const set = (value: Value): void => {
    if (given === undefined) setOwn(value)
    onChange?.(value)
  }
  return [given ?? own, set]
}
