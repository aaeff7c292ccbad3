/** The columns of the Clients table in the words and formats of this practice; the same ones until one of these changes. */
import { useMediaQuery } from '@mantine/hooks'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClientRow } from './client-row.ts'
import type { DataColumn } from '#renderer/components/table/table-columns.ts'
import { clientColumns } from './client-columns.tsx'
import { useOwnerName } from './use-clients.ts'
import { useFormats } from './use-formats.ts'

export const useClientColumns = (): readonly DataColumn<ClientRow>[] => {
  const { t } = useTranslation('clients')
  const formats = useFormats()
  const ownerName = useOwnerName()
  const isNarrow = useMediaQuery('(max-width: 1599px)', false, { getInitialValueInEffect: false })
  return useMemo(() => clientColumns({ t, formats, ownerName, isNarrow }), [t, formats, ownerName, isNarrow])
}
