/** What official catalogs get wrong, by the uuid of the catalog: named, shown in the report, and only where somebody wants it. */
export type Correction = {
  readonly name: string
  /** Nodes that the publisher withdrew without marking them so. */
  readonly withdrawn: ReadonlySet<string>
  /** Controls of this class are the statement of the control above them, not controls of their own. */
  readonly statementClass?: string
}

export const findCorrection = (catalogUuid: string | undefined): Correction | undefined =>
  catalogUuid === undefined ? undefined : correctionsByUuid.get(catalogUuid.toLowerCase())

const withdrawnCategories = 'ID.BE ID.GV ID.RM ID.SC PR.AC PR.IP PR.MA PR.PT DE.DP RS.IM RS.RP RC.IM'

/** Category to the numbers of its subcategories that are of version 1.1. */
const withdrawnSubcategories: Readonly<Record<string, string>> = {
  'ID.AM': '06',
  'ID.BE': '01 02 03 04 05',
  'ID.GV': '01 02 03 04',
  'ID.RM': '01 02 03',
  'ID.SC': '01 02 03 04 05',
  'PR.AC': '01 02 03 04 05 06 07',
  'PR.AT': '03 04 05',
  'PR.DS': '03 04 05 06 07 08',
  'PR.IP': '01 02 03 04 05 06 07 08 09 10 11 12',
  'PR.MA': '01 02',
  'PR.PT': '01 02 03 04 05',
  'DE.AE': '01 05',
  'DE.CM': '04 05 07 08',
  'DE.DP': '01 02 03 04 05',
  'RS.AN': '01 02 04 05',
  'RS.CO': '01 04 05',
  'RS.IM': '01 02',
  'RS.MI': '03',
  'RS.RP': '01',
  'RC.CO': '01 02',
  'RC.IM': '01 02',
}

/** CSF 2.0 withdrew 12 categories and 79 subcategories of version 1.1; its catalog lists them like those in force. */
const legacyOfCsf2: Correction = {
  name: 'Identifiers of version 1.1 that CSF 2.0 withdrew',
  withdrawn: new Set([
    ...withdrawnCategories.split(' '),
    ...Object.entries(withdrawnSubcategories).flatMap(([category, numbers]) =>
      numbers.split(' ').map((number) => `${category}-${number}`),
    ),
  ]),
}

/** SP 800-171 r3 has 130 requirements; its catalog holds the statement of each of the 97 in force as a control below it. */
const statementsOf800171r3: Correction = {
  name: 'Statements that SP 800-171 r3 lists as controls of their own',
  withdrawn: new Set(),
  statementClass: 'security_requirement',
}

const correctionsByUuid: ReadonlyMap<string, Correction> = new Map([
  ['720a010b-253c-4a94-bb65-cb58400966f5', legacyOfCsf2],
  ['c3718842-beda-4832-8f65-2df4a0b8eb8a', statementsOf800171r3],
])
