/** A field for a place on this computer: its path can be typed, and chosen where the host has a dialog for it. */
import { ActionIcon, Tooltip } from '@mantine/core'
import { IconFolderOpen } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { PathChoice } from '#api/host.ts'
import { TextField, type TextFieldProps } from '#renderer/components/fields/text-field.tsx'
import { useChoosePath, useHostAbilities } from './use-folder.ts'

export type PathFieldProps = TextFieldProps & { readonly choice: PathChoice }

export const PathField = ({ choice, input, ...field }: PathFieldProps) => {
  const { t } = useTranslation('folder')
  const { canChoose } = useHostAbilities()
  const choose = useChoosePath()
  const label = t(`chooseFor.${choice.kind}`)
  const act = (): void =>
    choose.mutate(choice, { onSuccess: ({ path }) => void (path !== null && field.onChange(path)) })
  const button = (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" aria-label={label} onClick={act} disabled={choose.isPending}>
        <IconFolderOpen size={16} stroke={1.6} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
  return (
    <TextField
      {...field}
      input={{ ...input, autoComplete: 'off', spellCheck: false, ...(canChoose && { rightSection: button }) }}
    />
  )
}
