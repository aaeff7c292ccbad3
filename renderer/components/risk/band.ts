/** The five risk bands, as the glyphs and colours know them. */
export const riskBands = ['critical', 'high', 'moderate', 'low', 'unknown'] as const
export type RiskBand = (typeof riskBands)[number]
