/** What each built-in framework is, how its facts are read, and what is counted in it. */
import type { CountedKinds, NodeAttributes } from '#domain/library/library.ts'

/** A line of a facts file, by the name of its column. */
export type FactRow = Readonly<Record<string, string>>

export type FrameworkSheet = {
  readonly id: string
  /** Where the name of the facts file is another one. */
  readonly facts?: string
  readonly name: string
  readonly version: string
  readonly publisher: string
  readonly reference: string
  readonly licence: { readonly name: string; readonly notice: string }
  readonly counted: CountedKinds
  /** Kinds that nobody answers for: they only hold others together. */
  readonly headings: readonly string[]
  /** Where some of a kind are headings and others are not. */
  readonly isAssessable?: (row: FactRow, hasChildren: boolean) => boolean
  readonly attributes?: (row: FactRow) => NodeAttributes
  readonly text?: (row: FactRow) => string | undefined
  readonly title?: (row: FactRow) => string
  readonly kind?: (row: FactRow) => string
  readonly parent?: (row: FactRow) => string
  /** Facts lie in another order than the framework's own. */
  readonly order?: 'natural' | readonly string[]
  /** Figures that the `#` line of the facts and the library must agree on: name there, then where it stands here. */
  readonly published: Readonly<Record<string, number>>
}

const noKinds = { groups: [], categories: [], subcategories: [], controls: [] } as const

const publicDomain = {
  name: 'Public domain (US Government work)',
  notice: 'A work of the United States Government, not subject to copyright in the United States (17 U.S.C. 105).',
}

export const frameworkSheets: readonly FrameworkSheet[] = [
  {
    id: 'cis-controls-8.1',
    name: 'CIS Critical Security Controls',
    version: '8.1',
    publisher: 'Center for Internet Security',
    reference: 'CIS Critical Security Controls, version 8.1',
    licence: {
      name: 'Identifiers and titles as facts; explanations by SecurAtlas',
      notice:
        'CIS Controls are a work of the Center for Internet Security under CC BY-NC-ND 4.0. No Safeguard text is reproduced; the explanations are not part of the CIS Controls.',
    },
    counted: { ...noKinds, groups: ['control'], controls: ['safeguard'] },
    headings: ['control'],
    attributes: ({ first_ig = '', asset_class = '', security_function = '' }) =>
      first_ig === ''
        ? {}
        : {
            levels: igLevels.slice(igLevels.indexOf(first_ig)),
            assetClass: asset_class,
            securityFunction: security_function,
          },
    published: { controls: 18, safeguards: 153 },
  },
  {
    id: 'cyber-essentials',
    name: 'Cyber Essentials',
    version: '3.2',
    publisher: 'National Cyber Security Centre (UK)',
    reference: 'Cyber Essentials: Requirements for IT infrastructure',
    licence: {
      name: 'Open Government Licence v3.0',
      notice:
        'Contains public sector information licensed under the Open Government Licence v3.0. © Crown copyright. The explanations are by SecurAtlas.',
    },
    counted: { ...noKinds, controls: ['theme'] },
    headings: [],
    published: { 'technical control themes': 5 },
  },
  {
    id: 'essential-eight',
    name: 'Essential Eight Maturity Model',
    version: 'ISM 2025.12',
    publisher: 'Australian Signals Directorate',
    reference: 'Essential Eight maturity model, ISM OSCAL profiles of December 2025',
    licence: {
      name: 'CC BY 4.0',
      notice:
        '© Commonwealth of Australia, licensed under Creative Commons Attribution 4.0 International. Arranged by SecurAtlas; the explanations are by SecurAtlas.',
    },
    counted: { ...noKinds, groups: ['strategy'], controls: ['ism-control'] },
    headings: ['group', 'ism-control'],
    title: ({ id = '', title = '' }) => (title === '' ? id.toUpperCase() : title),
    attributes: ({ maturity_levels = '' }) => (maturity_levels === '' ? {} : { levels: maturity_levels.split(',') }),
    published: { strategies: 8, ML1: 46, ML2: 87, ML3: 123 },
  },
  {
    id: 'gdpr',
    name: 'General Data Protection Regulation',
    version: '2016/679',
    publisher: 'European Union',
    reference: 'Regulation (EU) 2016/679',
    licence: {
      name: 'EU law',
      notice:
        'Headings of Regulation (EU) 2016/679, © European Union, https://eur-lex.europa.eu; reuse as Commission Decision 2011/833/EU allows. Only the Official Journal is authentic.',
    },
    counted: { ...noKinds, groups: ['chapter'], controls: ['article'] },
    headings: ['chapter', 'section'],
    isAssessable: ({ id = '' }) => isDuty(Number(id.replace('Art.', ''))),
    published: { chapters: 11, articles: 99 },
  },
  {
    id: 'hipaa-security-rule',
    name: 'HIPAA Security Rule',
    version: '45 CFR 164 Subpart C',
    publisher: 'US Department of Health and Human Services',
    reference: '45 CFR Part 164, Subpart C',
    licence: publicDomain,
    counted: {
      groups: ['section'],
      categories: ['standard'],
      subcategories: ['spec'],
      controls: ['standard', 'spec'],
    },
    headings: ['section'],
    attributes: ({ id = '', kind = '', required_or_addressable = '' }) => ({
      ...(kind !== 'section' &&
        /^164\.3(08|10|12)/.test(id) && {
          levels: [kind === 'spec' ? 'Appendix A specifications' : 'Appendix A standards'],
        }),
      ...(required_or_addressable !== '' && {
        implementation: required_or_addressable === 'R' ? 'required' : 'addressable',
      }),
    }),
    published: { 'standards 308/310/312': 18, 'specs 308/310/312': 36, 'all standards': 22 },
  },
  {
    id: 'iso-27001-2022',
    name: 'ISO/IEC 27001',
    version: '2022',
    publisher: 'ISO and IEC',
    reference: 'ISO/IEC 27001:2022 with Annex A',
    licence: {
      name: 'Identifiers and titles as facts; explanations by SecurAtlas',
      notice:
        'ISO and IEC hold the copyright in ISO/IEC 27001:2022. No sentence of it is reproduced; the explanations are not part of the standard. Buy the standard from ISO or a national body.',
    },
    counted: { ...noKinds, groups: ['theme'], categories: ['clause'], controls: ['control'] },
    headings: ['theme'],
    isAssessable: ({ kind }, hasChildren) => kind === 'control' || !hasChildren,
    published: { 'annex A controls': 93, 'clause nodes': 41 },
  },
  {
    id: 'nist-csf-2.0',
    name: 'NIST Cybersecurity Framework',
    version: '2.0',
    publisher: 'National Institute of Standards and Technology',
    reference: 'NIST CSWP 29, The NIST Cybersecurity Framework (CSF) 2.0',
    licence: publicDomain,
    counted: {
      groups: ['function'],
      categories: ['category'],
      subcategories: ['subcategory'],
      controls: ['subcategory'],
    },
    headings: ['function', 'category'],
    title: ({ title = '', statement = '' }) => sentenceCase(title || statement),
    text: ({ title, statement }) => (title === '' ? undefined : statement),
    order: [
      'GV.OC',
      'GV.RM',
      'GV.RR',
      'GV.PO',
      'GV.OV',
      'GV.SC',
      'ID.AM',
      'ID.RA',
      'ID.IM',
      'PR.AA',
      'PR.AT',
      'PR.DS',
      'PR.PS',
      'PR.IR',
      'DE.CM',
      'DE.AE',
      'RS.MA',
      'RS.AN',
      'RS.CO',
      'RS.MI',
      'RC.RP',
      'RC.CO',
    ],
    published: { functions: 6, categories: 22, subcategories: 106 },
  },
  {
    id: 'nist-sp-800-171-r2',
    facts: 'nist-sp-800-171-r2_cmmc-2.0',
    name: 'NIST SP 800-171 and CMMC 2.0',
    version: 'Revision 2',
    publisher: 'National Institute of Standards and Technology; US Department of Defense',
    reference: 'NIST SP 800-171 Rev. 2, CMMC model 2.0, DoD Assessment Methodology 1.2.1',
    licence: publicDomain,
    counted: { ...noKinds, groups: ['family'], controls: ['requirement'] },
    headings: ['family'],
    attributes: ({ cmmc_id = '', cmmc_first_level = '', weight = '', partial_rule = '' }) =>
      cmmc_id === ''
        ? {}
        : {
            levels: cmmc_first_level === 'L1' ? ['CMMC Level 1', 'CMMC Level 2'] : ['CMMC Level 2'],
            cmmcId: cmmc_id,
            sprsWeight: Number(weight),
            ...(partial_rule !== '' && { sprsPartialRule: partial_rule }),
          },
    order: 'natural',
    published: { families: 14, requirements: 110, 'L1 in CMMC model 2.0 doc': 17 },
  },
  {
    id: 'nist-sp-800-171-r3',
    name: 'NIST SP 800-171',
    version: 'Revision 3',
    publisher: 'National Institute of Standards and Technology',
    reference: 'NIST SP 800-171 Rev. 3',
    licence: publicDomain,
    counted: { ...noKinds, groups: ['family'], controls: ['requirement'] },
    headings: ['family'],
    order: 'natural',
    published: { families: 17, requirements: 130, withdrawn: 33, active: 97 },
  },
  {
    id: 'nist-sp-800-53-r5',
    name: 'NIST SP 800-53',
    version: 'Revision 5 (5.1.1)',
    publisher: 'National Institute of Standards and Technology',
    reference: 'NIST SP 800-53 Rev. 5 and the baselines of SP 800-53B',
    licence: publicDomain,
    counted: { ...noKinds, groups: ['family'], controls: ['control', 'enhancement'] },
    headings: ['family'],
    attributes: ({ baselines = '' }) =>
      baselines === '' ? {} : { levels: [...baselines].map((letter) => baselineNames[letter] ?? letter) },
    order: 'natural',
    published: { families: 20, 'controls+enh total': 1189, active: 1007, withdrawn: 182 },
  },
  {
    id: 'pci-dss-4.0.1',
    name: 'PCI DSS',
    version: '4.0.1',
    publisher: 'PCI Security Standards Council',
    reference: 'Payment Card Industry Data Security Standard, version 4.0.1',
    licence: {
      name: 'Identifiers as facts; wording by SecurAtlas',
      notice:
        'PCI SSC holds the copyright in PCI DSS. No requirement text is reproduced; titles of sections and requirements, and all explanations, are by SecurAtlas and no substitute for the standard.',
    },
    counted: {
      ...noKinds,
      groups: ['requirement'],
      categories: ['section'],
      controls: ['defined approach requirement'],
    },
    headings: ['goal', 'requirement', 'section', 'appendix', 'appendix section'],
    kind: ({ id = '', kind = '' }) => {
      const name = kind === 'defined-approach' ? 'requirement' : kind
      if (/^A\d\./.test(id)) return `appendix ${name}`
      return kind === 'defined-approach' ? 'defined approach requirement' : name
    },
    attributes: ({ id = '', kind }) =>
      kind === 'defined-approach' ? { levels: [/^A\d/.exec(id) ? `Appendix ${id.slice(0, 2)}` : 'Core'] } : {},
    published: { requirements: 12, sections: 63, 'defined approach core': 250, 'appendix defined': 30 },
  },
  {
    id: 'soc2-tsc-2017',
    name: 'SOC 2',
    version: 'Trust Services Criteria 2017 (points of focus 2022)',
    publisher: 'AICPA',
    reference: 'TSP Section 100, 2017 Trust Services Criteria with revised points of focus 2022',
    licence: {
      name: 'Identifiers as facts; wording by SecurAtlas',
      notice:
        'AICPA holds the copyright in the Trust Services Criteria. No criterion is reproduced; titles and explanations are by SecurAtlas and no substitute for the criteria.',
    },
    counted: { ...noKinds, groups: ['series'], controls: ['criterion'] },
    headings: ['series'],
    title: ({ title_paraphrase = '' }) => title_paraphrase,
    attributes: ({ category = '', coso_principle = '', kind }) => ({
      category,
      ...(kind === 'criterion' && { levels: [category] }),
      ...(coso_principle !== '' && { cosoPrinciple: Number(coso_principle) }),
    }),
    published: { criteria: 61 },
  },
]

const igLevels = ['IG1', 'IG2', 'IG3']
const baselineNames: Readonly<Record<string, string>> = { L: 'Low', M: 'Moderate', H: 'High', P: 'Privacy' }

/** Articles that ask something of a controller or processor; the others define, or address states and authorities. */
const isDuty = (article: number): boolean =>
  [
    [5, 22],
    [24, 39],
    [44, 46],
    [48, 49],
  ].some(([from = 0, to = 0]) => article >= from && article <= to)

const sentenceCase = (title: string): string =>
  title === title.toUpperCase() ? title.charAt(0) + title.slice(1).toLowerCase() : title
