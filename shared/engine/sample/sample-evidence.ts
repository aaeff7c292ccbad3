/** Invents the evidence of a sample client: real small files, in every state of a review, some about to expire. */
import { addDays } from '#domain/evidence/calendar-days.ts'
import { createSeededRandom, type SeededRandom } from './seeded-random.ts'
import { csvFile, pdfFile, pngFile, textFile } from './sample-files.ts'

export type SampleEvidence = {
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly state: 'draft' | 'submitted' | 'accepted' | 'rejected'
  readonly reason: string
  /** Everything of the input of `evidence.create` but the file. */
  readonly details: {
    readonly title: string
    readonly source: string
    readonly tags: readonly string[]
    readonly controls: readonly string[]
    readonly collectedOn: string
    readonly periodFrom: string
    readonly periodTo: string
    readonly validUntil?: string
    readonly note?: string
  }
}

export type SampleEvidenceOptions = {
  readonly seed: number
  readonly index: number
  readonly clientName: string
  /** YYYY-MM-DD */
  readonly today: string
}

export const sampleEvidence = ({
  seed,
  index,
  clientName,
  today,
}: SampleEvidenceOptions): readonly SampleEvidence[] => {
  const random = createSeededRandom(Math.imul(seed + 7, 0x27d4eb2f) ^ Math.imul(index + 1, 0x165667b1))
  const count = 4 + random.below(kinds.length - 3)
  const first = random.below(kinds.length)
  return Array.from({ length: count }, (_, number) => {
    const kind = kinds[(first + number) % kinds.length] ?? kinds[0]
    return invent(kind, { random, clientName, today, number })
  })
}

type Kind = {
  readonly title: string
  readonly fileName: string
  readonly source: string
  readonly tags: readonly string[]
  readonly controls: readonly string[]
  readonly write: (facts: Facts) => Uint8Array
}
type Facts = { readonly clientName: string; readonly day: string; readonly random: SeededRandom }
type Order = {
  readonly random: SeededRandom
  readonly clientName: string
  readonly today: string
  readonly number: number
}

const invent = (kind: Kind, { random, clientName, today, number }: Order): SampleEvidence => {
  const collectedOn = addDays(today, -(5 + random.below(240)))
  const { title, fileName, source, tags, controls, write } = kind
  // The first one of each client expires soon, the second has expired now and then; the rest last as the rules say.
  const ends =
    number === 0 ? 3 + random.below(80) : number === 1 && random.chance(0.5) ? -1 - random.below(60) : undefined
  return {
    fileName,
    bytes: write({ clientName, day: collectedOn, random }),
    state: number < 2 ? 'accepted' : random.pick(states),
    reason: random.pick(reasons),
    details: {
      ...{ title, source, tags, controls, collectedOn },
      periodFrom: addDays(collectedOn, -90),
      periodTo: collectedOn,
      ...(ends !== undefined && { validUntil: addDays(today, ends) }),
      ...(random.chance(0.3) && { note: random.pick(notes) }),
    },
  }
}

const states = ['draft', 'submitted', 'submitted', 'accepted', 'accepted', 'accepted', 'rejected'] as const
const reasons = [
  'It covers last year, and the audit asks for this one.',
  'The names of the systems are missing.',
  'The review is not signed.',
] as const
const notes = ['Sent by the head of IT.', 'Exported together on site.', 'To be repeated every quarter.'] as const

const people = ['a.meyer', 'b.okafor', 'c.lind', 'd.rossi', 'e.tanaka', 'f.novak'] as const

const kinds: readonly [Kind, ...Kind[]] = [
  {
    title: 'Access review of the quarter',
    fileName: 'access-review.csv',
    source: 'Directory service',
    tags: ['access', 'quarterly'],
    controls: ['IAM-06', 'IAM-07'],
    write: ({ random, day }) =>
      csvFile([
        ['Account', 'Role', 'Last sign-in', 'Decision'],
        ...people.map((name) => [
          name,
          random.pick(['User', 'Administrator', 'Read only']),
          addDays(day, -random.below(60)),
          random.pick(['Keep', 'Keep', 'Keep', 'Remove']),
        ]),
      ]),
  },
  {
    title: 'Backup report',
    fileName: 'backup-report.pdf',
    source: 'Backup system',
    tags: ['backup'],
    controls: ['BCM-05', 'BCM-06'],
    write: ({ clientName, day, random }) =>
      pdfFile('Backup report', [
        `Organization: ${clientName}`,
        `Until: ${day}`,
        `Jobs: ${String(80 + random.below(40))}, failed: ${String(random.below(4))}`,
        'Copies are encrypted and one of them is kept off site.',
      ]),
  },
  {
    title: 'Restore test',
    fileName: 'restore-test.txt',
    source: 'Head of IT',
    tags: ['backup', 'test'],
    controls: ['BCM-07'],
    write: ({ clientName, day, random }) =>
      textFile([
        `Restore test of ${clientName} on ${day}`,
        '',
        `A file server was restored in ${String(35 + random.below(90))} minutes.`,
        'Twenty files were opened and compared: all were the same.',
      ]),
  },
  {
    title: 'Inventory of devices',
    fileName: 'device-inventory.csv',
    source: 'Device management',
    tags: ['assets'],
    controls: ['AST-01', 'AST-02'],
    write: ({ random }) =>
      csvFile([
        ['Name', 'Kind', 'Owner', 'Encrypted'],
        ...people.map((name, index) => [
          `PC-${String(100 + index)}`,
          random.pick(['Laptop', 'Desktop', 'Server']),
          name,
          random.chance(0.9) ? 'yes' : 'no',
        ]),
      ]),
  },
  {
    title: 'Acceptable use policy',
    fileName: 'acceptable-use-policy.pdf',
    source: 'Management',
    tags: ['policy'],
    controls: ['AST-07'],
    write: ({ clientName, day }) =>
      pdfFile('Acceptable use policy', [
        `${clientName}, in force since ${day}`,
        '1. Devices are used for work.',
        '2. Passwords are kept in the password manager.',
        '3. A lost device is reported within one hour.',
      ]),
  },
  {
    title: 'Storage used per month',
    fileName: 'storage-used.png',
    source: 'Monitoring',
    tags: ['capacity'],
    controls: ['BCM-17'],
    write: ({ random }) => pngFile(Array.from({ length: 12 }, (_, month) => 0.3 + month * 0.03 + random.next() * 0.2)),
  },
  {
    title: 'Penetration test, summary',
    fileName: 'penetration-test-summary.pdf',
    source: 'Tester',
    tags: ['test'],
    controls: ['AUD-06'],
    write: ({ clientName, day, random }) =>
      pdfFile('Penetration test, summary', [
        `Tested: ${clientName}, until ${day}`,
        `Findings: ${String(random.below(2))} high, ${String(1 + random.below(5))} medium, ${String(random.below(9))} low`,
        'All high findings were corrected and tested again.',
      ]),
  },
  {
    title: 'Changes approved',
    fileName: 'changes.csv',
    source: 'Ticket system',
    tags: ['changes'],
    controls: ['CFG-06'],
    write: ({ random, day }) =>
      csvFile([
        ['Ticket', 'Change', 'Approved by', 'On'],
        ...people.map((name, index) => [
          `CH-${String(2000 + index)}`,
          random.pick(['Firewall rule', 'New server', 'Update of the mail system', 'New sign-in page']),
          name,
          addDays(day, -random.below(80)),
        ]),
      ]),
  },
]
