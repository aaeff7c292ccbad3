/** The id of a row's element, which the grid names as the active one. */
export const rowElementId = (gridId: string, rowId: string): string => `${gridId}-${rowId}`
