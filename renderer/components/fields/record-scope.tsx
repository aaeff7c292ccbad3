/** Says of which record the fields inside are, so that what is typed in them and not saved finds its field again. */
import { createContext, useContext, type ReactNode } from 'react'

const RecordIdContext = createContext<string | undefined>(undefined)
const KeptWordsContext = createContext('')

/** `id` is that of the record; every field inside has a label of its own. */
export const RecordScope = ({ id, children }: { readonly id: string; readonly children: ReactNode }) => (
  <RecordIdContext value={id}>{children}</RecordIdContext>
)

/** Around everything: why something that was typed earlier is not saved yet. */
export const KeptWords = ({ words, children }: { readonly words: string; readonly children: ReactNode }) => (
  <KeptWordsContext value={words}>{children}</KeptWordsContext>
)

/** Undefined for fields whose drafts go with them. */
export const useRecordId = (): string | undefined => useContext(RecordIdContext)

export const useKeptWords = (): string => useContext(KeptWordsContext)
