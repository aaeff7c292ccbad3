/** An amount in words: "€1,200,000", in the language of the page and without cents. */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { currencyDigits } from '#renderer/components/fields/number-separators.ts'

export const useMoneyWords = (): ((minorUnits: number, currency: string) => string) => {
  const { i18n } = useTranslation()
  return useMemo(
    () => (minorUnits, currency) =>
      new Intl.NumberFormat(i18n.language, { style: 'currency', currency, maximumFractionDigits: 0 }).format(
        minorUnits / 10 ** currencyDigits(currency),
      ),
    [i18n.language],
  )
}
