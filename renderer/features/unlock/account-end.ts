/** An account's name stays encrypted until it is open, so the end of its id stands for it. */
export const accountEnd = (id: string): string => id.replaceAll('-', '').slice(-6)
