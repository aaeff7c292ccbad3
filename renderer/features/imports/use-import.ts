/** The import of one file: read once, matched and previewed as often as one likes, then committed as a job. */
import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { DuplicateChoice, ImportMapping, ImportOutcome, ReadImport } from '#api/client-import.ts'
import type { EngineError } from '#api/errors.ts'
import type { Job } from '#api/jobs.ts'
import type { RpcError } from '#api/rpc/rpc-error.ts'
import type { ClientField } from '#domain/catalog/client-columns.ts'
import { useRpc } from '#renderer/rpc/rpc-context.tsx'
import { useJob } from '../jobs/use-job.ts'
import { checkListFile, type FileProblem } from './check-list-file.ts'
import { withField } from './with-field.ts'

export type ImportStep =
  | { readonly at: 'file'; readonly trouble: ImportTrouble | undefined }
  | { readonly at: 'reading'; readonly fileName: string }
  | { readonly at: 'match'; readonly read: ReadImport; readonly trouble: ImportTrouble | undefined }
  | { readonly at: 'running'; readonly job: Pick<Job, 'done' | 'total'>; readonly fileName: string }
  | { readonly at: 'done'; readonly outcome: ImportOutcome; readonly jobId: string; readonly fileName: string }

export type ImportTrouble =
  | { readonly type: 'File'; readonly problem: FileProblem; readonly fileName: string }
  | { readonly type: 'Unreadable' }
  | { readonly type: 'Refused'; readonly error: RpcError }
  | { readonly type: 'Failed'; readonly error: EngineError }

export type ClientImport = {
  readonly step: ImportStep
  readonly mapping: ImportMapping
  readonly duplicates: DuplicateChoice
  choose(file: File): void
  /** Reads the same file again, with or without a heading row. */
  setHeader(header: boolean): void
  /** A field that another column had goes to this one. */
  setField(column: number, field: ClientField | undefined): void
  setDuplicates(choice: DuplicateChoice): void
  start(): void
  cancel(): void
  /** Begins again without a file. */
  reset(): void
}

export const useImport = (): ClientImport => {
  const rpc = useRpc()
  const [file, setFile] = useState<File>()
  const [trouble, setTrouble] = useState<ImportTrouble>()
  const [mapping, setMapping] = useState<ImportMapping>({})
  const [duplicates, setDuplicates] = useState<DuplicateChoice>('skip')
  const reading = useMutation<ReadImport, RpcError, { readonly file: File; readonly header: boolean }>({
    mutationFn: async ({ file: chosen, header }) => {
      const bytes = await chosen.arrayBuffer().then((buffer) => new Uint8Array(buffer), unreadable)
      return rpc.imports.read.mutate({ fileName: chosen.name, bytes, header })
    },
    onSuccess: (read) => setMapping(read.mapping),
    onError: (error) =>
      setTrouble(error instanceof UnreadableFile ? { type: 'Unreadable' } : { type: 'Refused', error }),
  })
  const committing = useMutation<{ readonly jobId: string }, RpcError, ReadImport>({
    mutationFn: ({ importId }) => rpc.imports.commit.mutate({ importId, mapping, duplicates }),
    onError: (error) => setTrouble({ type: 'Refused', error }),
  })
  const jobId = committing.data?.jobId
  const { job } = useJob(jobId)
  const importId = reading.data?.importId
  useEffect(() => {
    if (importId === undefined) return
    // The engine holds the table for whoever looks at it; what is committed it lets go by itself.
    return () => void rpc.imports.drop.mutate({ importId }).catch(() => undefined)
  }, [importId, rpc])

  const read = (chosen: File, header: boolean): void => {
    setTrouble(undefined)
    committing.reset()
    reading.mutate({ file: chosen, header })
  }
  const step = (): ImportStep => {
    const fileName = file?.name ?? ''
    if (reading.isPending) return { at: 'reading', fileName }
    if (reading.data === undefined) return { at: 'file', trouble }
    if (committing.isPending) return { at: 'running', job: { done: 0, total: 0 }, fileName }
    if (jobId !== undefined && (job === undefined || job.state === 'running')) {
      return { at: 'running', job: job ?? { done: 0, total: 0 }, fileName }
    }
    if (jobId !== undefined && job?.state === 'done') {
      return { at: 'done', outcome: job.result as ImportOutcome, jobId, fileName }
    }
    const failure = job?.error ?? undefined
    return { at: 'match', read: reading.data, trouble: failure ? { type: 'Failed', error: failure } : trouble }
  }
  return {
    step: step(),
    mapping,
    duplicates,
    choose(chosen) {
      reading.reset()
      setFile(chosen)
      setDuplicates('skip')
      const problem = checkListFile(chosen)
      if (problem === undefined) read(chosen, true)
      else setTrouble({ type: 'File', problem, fileName: chosen.name })
    },
    setHeader: (header) => file !== undefined && read(file, header),
    setField: (column, field) => setMapping((before) => withField(before, column, field)),
    setDuplicates,
    start: () => reading.data !== undefined && committing.mutate(reading.data),
    cancel: () => void (jobId === undefined ? undefined : rpc.jobs.cancel.mutate({ jobId }).catch(() => undefined)),
    reset() {
      reading.reset()
      committing.reset()
      setFile(undefined)
      setTrouble(undefined)
    },
  }
}

/** The browser's own refusal of the bytes: the file is gone, changed or held by another program. */
class UnreadableFile extends Error {}
const unreadable = (): never => {
  throw new UnreadableFile()
}
