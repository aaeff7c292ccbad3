/** How urgent: all who need attention, or one tier of them. */
import type { PortfolioCounts } from '#api/engine.ts'
import type { ClientFilter } from '../clients/clients-query.ts'

export const urgencies = ['all', 'now', 'soon', 'watch'] as const
export type Urgency = (typeof urgencies)[number]

export const attentionCount = ({ byAttention }: PortfolioCounts, urgency: Urgency): number =>
  urgency === 'all' ? byAttention.now + byAttention.soon + byAttention.watch : byAttention[urgency]

/** Those with the most urgent reason come first, so those without one stand behind the last that counts. */
export const attentionFilter = (urgency: Urgency): ClientFilter => ({
  status: 'client',
  ...(urgency === 'all' ? {} : { attention: urgency }),
  sort: [
    { by: 'attention', direction: 'asc' },
    { by: 'name', direction: 'asc' },
  ],
})
