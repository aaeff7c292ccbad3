/** Invented clients for the gallery: as many as are asked for, the same every time. */
import type { RiskBand } from '../components/risk/band.ts'

export type SampleClient = {
  readonly id: string
  readonly name: string
  readonly band: RiskBand
  readonly score: number | undefined
  readonly change: number | undefined
  readonly exposure: number | undefined
  readonly coverage: number | undefined
  readonly nextAudit: string | undefined
  readonly owner: string
  readonly activity: string
}

const first = [
  'Ardent',
  'Birchway',
  'Calder',
  'Dunmore',
  'Eastfield',
  'Foxglove',
  'Granite',
  'Holloway',
  'Ironbridge',
  'Juniper',
]
const second = [
  'Dental',
  'Logistics',
  'Foods',
  'Engineering',
  'Legal',
  'Clinics',
  'Software',
  'Textiles',
  'Energy',
  'Insurance',
]
const third = ['Group', 'Ltd', 'Partners', 'Holding', 'GmbH', 'Cooperative of the Northern Counties']
const owners = ['Jonas Weber', 'Mara Lindqvist', 'Daniel Okafor', 'Priya Nair', 'Aisha Khan', 'Tomás Ribeiro']

const pick = <Value>(values: readonly Value[], index: number): Value => {
  const value = values[index % values.length]
  if (value === undefined) throw new Error('nothing to pick from')
  return value
}

const bandOfScore = (score: number | undefined): RiskBand => {
  if (score === undefined) return 'unknown'
  return score < 20 ? 'critical' : score < 40 ? 'high' : score < 60 ? 'moderate' : 'low'
}

export const sampleClients = (count: number): readonly SampleClient[] =>
  Array.from({ length: count }, (_, index) => {
    const noise = (index * 7919) % 97
    const score = noise % 11 === 3 ? undefined : Math.min(100, 8 + Math.floor((index * 90) / count) + (noise % 5))
    return {
      id: `client-${index}`,
      name: `${pick(first, noise)} ${pick(second, noise * 3 + index)} ${pick(third, noise + index)}`,
      band: bandOfScore(score),
      score,
      change: noise % 3 === 0 ? undefined : (noise % 9) - 4,
      exposure: noise % 7 === 2 ? undefined : 20_000 + noise * 7300,
      coverage: noise % 4 === 1 ? undefined : noise % 100,
      nextAudit: noise % 3 === 1 ? `2027-0${1 + (noise % 9)}-${10 + (noise % 19)}` : undefined,
      owner: pick(owners, noise),
      activity: noise % 5 === 0 ? 'yesterday' : `${1 + (noise % 20)} h ago`,
    }
  })
