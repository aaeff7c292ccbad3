/** Takes the clients that the list shows out as a file. */
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useRpc } from '#renderer/rpc/rpc-context.tsx'
import type { SelectedClients } from '#api/client-changes.ts'
import { saveBlob } from '#renderer/components/feedback/save-blob.ts'
import type { ClientFilter } from './clients-query.ts'
import { useReportFailure } from './use-report-failure.ts'

export type ExportFormat = 'csv' | 'xlsx'

/** Without a selection all that the list shows. */
export type ExportWish = { readonly format: ExportFormat; readonly selected?: SelectedClients }

const contentTypes: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

export const useExportClients = (filter: ClientFilter) => {
  const rpc = useRpc()
  const { t } = useTranslation('clients')
  const onError = useReportFailure()
  return useMutation({
    mutationFn: async ({ format, selected }: ExportWish) => {
      const { bytes } = await rpc.clients.exportTable.query({ query: filter, format, selected })
      saveBlob(new Blob([new Uint8Array(bytes)], { type: contentTypes[format] }), `${t('exportName')}.${format}`)
    },
    onError,
  })
}
