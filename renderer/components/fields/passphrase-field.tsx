/** A field for a passphrase that can be looked at; where one is chosen, it says how far it holds. */
import { PasswordInput } from '@mantine/core'
import { IconEye, IconEyeOff } from '@tabler/icons-react'
import { useId, useState, type KeyboardEventHandler } from 'react'
import { wordsOf, type FieldWords } from './field-words.tsx'
import css from './fields.module.css'
import { strengthOf, strengthSteps, type PassphraseStrength } from './passphrase-strength.ts'

export type PassphraseFieldProps = FieldWords & {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly texts: { readonly show: string; readonly hide: string }
  /** Given where a passphrase is chosen: the word for each strength. */
  readonly strength?: Readonly<Record<PassphraseStrength, string>>
  readonly autoFocus?: boolean
  readonly onKeyDown?: KeyboardEventHandler<HTMLInputElement>
}

export const PassphraseField = (props: PassphraseFieldProps) => {
  const { value, onChange, texts, strength, autoFocus = false, onKeyDown, ...words } = props
  const id = useId()
  const strengthId = `${id}-strength`
  const [isShown, setShown] = useState(false)
  const reached = strengthOf(value)
  // Named whole: what is given here takes the place of what Mantine would name.
  const describedBy = [
    ...(words.error === undefined ? [] : [`${id}-error`]),
    ...(words.error !== undefined || words.help === undefined ? [] : [`${id}-description`]),
    ...(strength === undefined ? [] : [strengthId]),
  ].join(' ')
  return (
    <div>
      <PasswordInput
        {...wordsOf(words)}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        autoComplete={strength === undefined ? 'current-password' : 'new-password'}
        spellCheck={false}
        // Mantine marks the box of this input and not the input itself.
        aria-invalid={words.error !== undefined || undefined}
        id={id}
        aria-describedby={describedBy}
        data-autofocus={autoFocus || undefined}
        autoFocus={autoFocus}
        {...(onKeyDown === undefined ? {} : { onKeyDown })}
        visibilityToggleIcon={({ reveal }) =>
          reveal ? <IconEyeOff size={16} stroke={1.6} aria-hidden /> : <IconEye size={16} stroke={1.6} aria-hidden />
        }
        visible={isShown}
        onVisibilityChange={setShown}
        visibilityToggleButtonProps={{ 'aria-label': isShown ? texts.hide : texts.show, tabIndex: 0 }}
      />
      {strength !== undefined && (
        <>
          <div className={css.meter} aria-hidden>
            {[1, 2, 3, 4].map((step) => (
              <span key={step} data-on={(value !== '' && step <= strengthSteps[reached]) || undefined} />
            ))}
          </div>
          <div className={css.strength} id={strengthId} aria-live="polite">
            {value === '' ? '' : strength[reached]}
          </div>
        </>
      )}
    </div>
  )
}
