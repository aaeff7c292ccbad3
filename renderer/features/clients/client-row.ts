/** A row of the client book, as the engine answers it. */
import type { ClientPage } from '#api/engine.ts'

export type ClientRow = ClientPage['items'][number]
