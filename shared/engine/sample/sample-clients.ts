/** Invents the clients of a sample practice. Ids and contents follow from the seed alone. */
import { v5 as uuidv5 } from 'uuid'
import type { MutationName } from '#domain/mutations/mutation-registry.ts'
import { createSeededRandom, type SeededRandom } from './seeded-random.ts'
import {
  contactTitles,
  familyNames,
  givenNames,
  industries,
  nameBeginnings,
  places,
  tagLabels,
} from './sample-words.ts'

export type SampleClient = {
  readonly tenantId: string
  readonly edits: readonly { readonly mutation: MutationName; readonly input: unknown }[]
}

export type SampleOwner = { readonly id: string }

const sampleNamespace = '4c6d1f0a-54b4-4a6e-9a5b-0f1f7f0c8a11'

/** `light`: the client record alone. `owners` are the members among whom the clients are shared out. */
export const sampleClient = (
  seed: number,
  index: number,
  options: { light: boolean; owners: readonly SampleOwner[] },
): SampleClient => {
  const random = createSeededRandom(Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b))
  const tenantId = uuidv5(`sample ${seed} client ${index}`, sampleNamespace)
  const client = inventClient(random, index, options.owners)
  if (options.light) return { tenantId, edits: [{ mutation: 'client.create', input: client }] }
  return {
    tenantId,
    edits: [
      { mutation: 'client.create', input: { ...client, tags: inventTags(random) } },
      ...Array.from({ length: 1 + random.below(3) }, () => ({
        mutation: 'contact.add' as const,
        input: inventContact(random, client.name),
      })),
      ...(random.chance(0.4)
        ? [{ mutation: 'client.update' as const, input: { employees: client.employees + 1 + random.below(20) } }]
        : []),
      { mutation: 'client.update', input: inventFinances(random, client.annualRevenue) },
      ...(random.chance(0.2) ? [{ mutation: 'client.update' as const, input: random.pick(decisions) }] : []),
    ],
  }
}

/** Ordinal names stay unique far beyond the number of combinations. */
const inventClient = (random: SeededRandom, index: number, owners: readonly SampleOwner[]) => {
  const industry = random.pick<Industry>(industries)
  const [location, country] = random.pick<Place>(places)
  const ending = random.pick<string>(industry.endings)
  const beginning = nameBeginnings[index % nameBeginnings.length] ?? nameBeginnings[0]
  const generation = Math.floor(index / nameBeginnings.length)
  const owner = random.chance(0.9) ? owners[random.below(Math.max(1, owners.length))] : undefined
  return {
    name: `${beginning} ${ending}${generation === 0 ? '' : ` ${generation + 1}`}`,
    status: random.chance(0.92) ? ('client' as const) : ('prospect' as const),
    externalId: `C-${String(1000 + index)}`,
    industry: industry.name,
    employees: 5 + Math.floor(random.next() ** 3 * 2000),
    location,
    country,
    ...(country === 'United States' && { currency: 'USD' }),
    annualRevenue: Math.round(random.next() ** 3 * 50_000_000) * 100,
    ...(random.chance(0.5) && {
      nextAuditOn: `2027-${String(1 + random.below(12)).padStart(2, '0')}-${String(1 + random.below(28)).padStart(2, '0')}`,
    }),
    ...(owner !== undefined && { ownerId: owner.id }),
  }
}

type Industry = (typeof industries)[number]
type Place = (typeof places)[number]

const inventTags = (random: SeededRandom): readonly string[] => tagLabels.filter(() => random.chance(0.25))

export const inventPerson = (random: SeededRandom, domain: string) => {
  const given = random.pick(givenNames)
  const family = random.pick(familyNames)
  return { name: `${given} ${family}`, email: `${given}.${family}@${domain}`.toLowerCase() }
}

/** What some clients decide for themselves. */
const decisions = [
  { riskAppetite: 'low' },
  { evidenceValidityDays: 180, evidenceWarningDays: 45 },
  { reviewCadenceMonths: 3 },
  { toleratedLossPercent: 0.5 },
] as const

const inventFinances = (random: SeededRandom, annualRevenue: number) => {
  const insuranceLimit = (1 + random.below(20)) * 50_000_000
  const isInsured = random.chance(0.7)
  return {
    itRevenuePercent: 20 + 5 * random.below(16),
    recordsHeld: 100 + Math.floor(random.next() ** 3 * 200_000),
    downtimeHourCost: Math.round(annualRevenue / 2000 / 10_000) * 10_000,
    ...(isInsured && {
      insuranceLimit,
      insuranceRetention: insuranceLimit / 100,
      insuranceExpiresOn: `2027-${String(1 + random.below(12)).padStart(2, '0')}-01`,
    }),
  }
}

const inventContact = (random: SeededRandom, clientName: string) => ({
  ...inventPerson(random, `${clientName.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.example`),
  title: random.pick(contactTitles),
  phone: `+1 555 01${String(random.below(100)).padStart(2, '0')}`,
})
