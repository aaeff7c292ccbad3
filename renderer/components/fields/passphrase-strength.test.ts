import { expect, test } from 'vitest'
import { currencyDigits, numberSeparators } from '#renderer/region/number-separators.ts'
import { strengthOf } from './passphrase-strength.ts'

test.for([
  [11, 'tooShort'],
  [12, 'fair'],
  [15, 'fair'],
  [16, 'good'],
  [23, 'good'],
  [24, 'strong'],
] as const)('[UI-37] a passphrase of %i characters is %s', ([length, strength]) => {
  expect(strengthOf('x'.repeat(length))).toBe(strength)
  expect(strengthOf('🔑'.repeat(length))).toBe(strength)
})

test('[UI-36] money has the digits of its currency, and numbers the separators of the language', () => {
  expect([currencyDigits('EUR'), currencyDigits('JPY'), currencyDigits('KWD'), currencyDigits('no')]).toEqual([
    2, 0, 3, 2,
  ])
  expect(numberSeparators('en-US')).toEqual({ group: ',', point: '.' })
  expect(numberSeparators('de-DE')).toEqual({ group: '.', point: ',' })
})
