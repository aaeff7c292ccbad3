/** How a region separates thousands and decimals where one types: fields take the digits of the keyboard, 0 to 9. */

export const numberSeparators = (locale?: string): { readonly group: string; readonly point: string } => {
  const parts = new Intl.NumberFormat(locale, { numberingSystem: 'latn' }).formatToParts(1234567.5)
  const find = (type: 'group' | 'decimal', otherwise: string): string =>
    parts.find((part) => part.type === type)?.value ?? otherwise
  return { group: find('group', ''), point: find('decimal', '.') }
}

/** Digits after the point of a currency: 2 for EUR, 0 for JPY. */
export const currencyDigits = (currency: string): number => {
  try {
    return (
      new Intl.NumberFormat(undefined, { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
    )
  } catch {
    // Not a currency of this machine's tables: cents, as most have them.
    return 2
  }
}
