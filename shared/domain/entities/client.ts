/** A client organization of the practice: its profile, contacts and tags, all in the tenant's `profile` document. */
import { defaultFields } from '../defaults/default-settings.ts'
import { defineEntity, type RecordOf } from './entity.ts'
import {
  count,
  currency,
  day,
  email,
  instant,
  line,
  minorUnits,
  oneOf,
  paragraph,
  percent,
  reference,
  timeZone,
  webAddress,
} from './field.ts'

export const clientStatuses = ['client', 'prospect'] as const
export type ClientStatus = (typeof clientStatuses)[number]

/** One record per tenant; its id is the tenant's. */
export const clientEntity = defineEntity({
  name: 'client',
  table: 'client',
  kind: 'profile',
  fields: {
    name: line(200),
    status: oneOf(clientStatuses),
    /** The practice's own number for this client, in its PSA or accounting. */
    externalId: line(100),
    industry: line(120),
    subIndustry: line(120),
    employees: count(50_000_000),
    location: line(200),
    country: line(100),
    website: webAddress(),
    timezone: timeZone(),
    currency: currency(),
    /** Minor units of the client's currency, or of the practice's where it has none; so are the amounts below. */
    annualRevenue: minorUnits(),
    /** The member who leads the work for this client. */
    ownerId: reference(),
    nextAuditOn: day(),
    summary: paragraph(4000),
    createdAt: instant(),
    archivedAt: instant(),
    /** Share of the revenue that stops when the systems do. */
    itRevenuePercent: percent(),
    /** Persons about whom the client holds data. */
    recordsHeld: count(),
    downtimeHourCost: minorUnits(),
    /** What the cyber insurance pays at most, and what the client bears first. */
    insuranceLimit: minorUnits(),
    insuranceRetention: minorUnits(),
    insuranceExpiresOn: day(),
    ...defaultFields,
    /** A file of it was last made for another practice. */
    handedOverAt: instant(),
    /** It came from the practice of this name. */
    takenOverAt: instant(),
    takenOverFrom: line(200),
  },
  structure: { fields: ['industry', 'subIndustry', 'timezone', 'currency', ...Object.keys(defaultFields)] },
})
export type Client = RecordOf<typeof clientEntity>

export const contactEntity = defineEntity({
  name: 'contact',
  table: 'contact',
  kind: 'profile',
  fields: {
    name: line(200),
    title: line(120),
    email: email(),
    phone: line(60),
    createdAt: instant(),
    deletedAt: instant(),
  },
})
export type Contact = RecordOf<typeof contactEntity>

/** A label on this client. The id derives from the label, so two laptops that add the same tag add one. */
export const clientTagEntity = defineEntity({
  name: 'clientTag',
  table: 'client_tag',
  kind: 'profile',
  fields: {
    label: line(60),
    createdAt: instant(),
    deletedAt: instant(),
  },
  structure: { fields: ['label'], cause: ({ label }) => tagCause(String(label)) },
})

/** What the id of a tag derives from. */
export const tagCause = (label: string): string => `tag ${label.normalize('NFKC').toLowerCase()}`
