/** The path of another data folder, what was found in it, and why it cannot be opened. */
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { TextField } from '#renderer/components/fields/text-field.tsx'
import { RpcFailure } from '#renderer/components/states/rpc-failure.tsx'
import css from './folder.module.css'
import { FoundFolder } from './found-folder.tsx'
import type { FolderForm } from './use-folder-form.ts'
import { useHostAbilities } from './use-folder.ts'

export type FolderFormFieldsProps = { readonly form: FolderForm; readonly id: string; readonly label: string }

export const FolderFormFields = ({ form, id, label }: FolderFormFieldsProps) => {
  const { t } = useTranslation('folder')
  const { canChoose } = useHostAbilities()
  return (
    <form
      id={id}
      aria-label={label}
      className={css.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        form.submit()
      }}
    >
      <TextField
        label={t('path')}
        help={t('pathHelp')}
        value={form.path}
        onChange={form.type}
        error={form.problem}
        input={{ autoFocus: true, autoComplete: 'off', spellCheck: false, maxLength: 4096, className: css.path }}
      />
      {canChoose && (
        <div>
          <Button variant="default" onClick={form.choose}>
            {t('choose')}
          </Button>
        </div>
      )}
      {form.found !== undefined && <FoundFolder folder={form.found} />}
      <RpcFailure error={form.error} />
    </form>
  )
}
