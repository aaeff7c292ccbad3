import { expect, test } from 'vitest'
import { currencyOfRegion, listCurrencies, nameCurrency } from './currencies.ts'

test('[FIRST-2] the currency of the machine’s region is chosen beforehand', () => {
  expect(currencyOfRegion('de-AT', listCurrencies())).toBe('EUR')
  expect(currencyOfRegion('en-US', listCurrencies())).toBe('USD')
  expect(currencyOfRegion('de-CH', listCurrencies())).toBe('CHF')
})

test('[FIRST-2] no currency is chosen beforehand where the region does not tell', () => {
  expect(currencyOfRegion('en', listCurrencies())).toBeUndefined()
  expect(currencyOfRegion('en-AQ', listCurrencies())).toBeUndefined()
  expect(currencyOfRegion('en-US', ['EUR'])).toBeUndefined()
})

test('[FIRST-2] a currency is named by its code and its word', () => {
  expect(nameCurrency('CHF', 'en')).toBe('CHF, Swiss Franc')
})
