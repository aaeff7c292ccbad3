/** The currency that a client's amounts are in: its own, or the practice's. Undefined until both are known. */
import { effectiveSetting } from '#domain/defaults/effective-setting.ts'
import { usePractice } from '../clients/use-clients.ts'
import { useClientProfile } from './use-client.ts'

const defaultCurrency = 'EUR'

export const moneyFields = ['annualRevenue', 'downtimeHourCost', 'insuranceLimit', 'insuranceRetention'] as const
export type MoneyField = (typeof moneyFields)[number]

export const isMoneyField = (field: string): field is MoneyField => (moneyFields as readonly string[]).includes(field)

export const useClientCurrency = (clientId: string): string | undefined => {
  const { data: client } = useClientProfile(clientId)
  const practice = usePractice().data?.practice
  if (client === undefined || practice === undefined) return undefined
  return effectiveSetting('currency', client, practice).value ?? defaultCurrency
}
