/** Gives a column a field; a field that another column had leaves it, as a client has each field once. */
import type { ImportMapping } from '#api/client-import.ts'
import type { ClientField } from '#domain/catalog/client-columns.ts'

export const withField = (mapping: ImportMapping, column: number, field: ClientField | undefined): ImportMapping => {
  const others = Object.entries(mapping).filter(([key, at]) => at !== column && key !== field)
  return Object.fromEntries(field === undefined ? others : [...others, [field, column]])
}
