import { describe, expect, it } from 'vitest'

import { countNodes } from './library-draft.ts'
import { hasOfficialFiles, officialFile } from './official-files-for-tests.ts'
import { readOscalCatalog } from './read-oscal-catalog.ts'

const read = (file: unknown, corrections = true) => {
  const draft = readOscalCatalog(file, { corrections })
  if (!draft.ok) throw new Error(draft.error.message)
  return draft.value
}

const catalog = (content: object) => ({
  catalog: { uuid: 'u', metadata: { title: 'T', version: '1', 'oscal-version': 'v1.1.3' }, ...content },
})

describe.skipIf(!hasOfficialFiles)('official catalogs', () => {
  it('[LIBIMP-1] [LIBIMP-3] CSF 2.0 has 22 categories and 106 subcategories, and the file as it stands 34 and 185', () => {
    const csf = officialFile('NIST_CSF_v2.0_catalog.converted.json')
    const corrected = read(csf)
    expect(countNodes(corrected.nodes)).toMatchObject({ groups: 6, categories: 22, subcategories: 106, withdrawn: 91 })
    expect(corrected.changed).toEqual(['Identifiers of version 1.1 that CSF 2.0 withdrew: 91 nodes corrected.'])
    const plain = read(csf, false)
    expect(countNodes(plain.nodes)).toMatchObject({ categories: 34, subcategories: 185, withdrawn: 0 })
    expect(plain.changed).toEqual([])
  })

  it.each([
    ['NIST_SP800-171_rev3_catalog.converted.json', { controls: 130, active: 97, withdrawn: 33 }],
    ['NIST_SP-800-53_rev5_LOW-baseline-resolved-profile_catalog-min.json', { active: 149, withdrawn: 0 }],
    ['NIST_SP-800-53_rev5_MODERATE-baseline-resolved-profile_catalog-min.json', { active: 287 }],
    ['ISM_E8_ML1-baseline-resolved-profile_catalog.json', { active: 46 }],
    ['basic-catalog.json', { groups: 4, active: 4 }],
    ['minimal_catalog.json', { controls: 0 }],
  ])('[LIBIMP-1] %s has its published counts', (name, counts) => {
    expect(countNodes(read(officialFile(name)).nodes)).toMatchObject(counts)
  })

  it('[LIBIMP-3] a requirement of 800-171 r3 has the statement that its catalog lists below it', () => {
    const nodes = read(officialFile('NIST_SP800-171_rev3_catalog.converted.json')).nodes
    expect(nodes.find(({ id }) => id === 'SP_800_171_03.09.01')?.text).toContain('Screen individuals prior to')
  })

  it('[LIBIMP-2] an enhancement keeps its id and has the label that is on paper', () => {
    const { nodes } = read(officialFile('NIST_SP-800-53_rev5_MODERATE-baseline-resolved-profile_catalog-min.json'))
    expect(nodes.find(({ id }) => id === 'ac-2.1')).toMatchObject({ label: 'AC-2(1)', parent: 'ac-2' })
    expect(nodes.filter(({ text }) => text.includes('{{'))).toEqual([])
  })

  it('[LIBIMP-5] a missing uuid and an empty version are told', () => {
    expect(read(officialFile('minimal_catalog_missing_uuid.json')).warnings.join()).toContain('no uuid')
    expect(read(officialFile('minimal_catalog_bad_oscal_version.json')).warnings.join()).toContain(
      'The OSCAL version ""',
    )
  })

  it('[LIBIMP-6] a system security plan is refused in words', () => {
    const refused = readOscalCatalog(officialFile('ssp-example.json'), { corrections: true })
    expect(refused.ok ? '' : refused.error.message).toContain('Nothing was imported.')
  })
})

describe('odd catalogs', () => {
  it('[LIBIMP-4] parameters are replaced by value, choices or label, also when they name each other', () => {
    const params = [
      { id: 'p1', label: 'days' },
      { id: 'p2', values: ['30'] },
      { id: 'p3', select: { choice: ['{{ insert: param, p1 }}', 'never'] } },
      { id: 'p4', values: ['{{ insert: param, p4 }}'] },
    ]
    const prose =
      'Within {{ insert: param, p1 }}, {{insert: param, p2}}, {{ insert: param, p3 }}, {{ insert: param, p5 }}'
    const loop = { name: 'item', prose: '{{ insert: param, p4 }}' }
    const control = { id: 'a', title: 'A', params, parts: [{ name: 'statement', prose, parts: [loop] }] }
    const [first] = read(catalog({ controls: [control] })).nodes
    expect(first?.text.split('\n')[0]).toBe('Within [days], 30, [[days]; never], [p5]')
  })

  it('[LIBIMP-5] an id that is there twice and one that is missing are taken and told', () => {
    const draft = read(catalog({ controls: [{ id: 'a' }, { id: 'a' }, { title: 'No id' }] }))
    expect(draft.nodes.map(({ id }) => id)).toEqual(['a', 'a~2', 'group~3'])
    expect(draft.warnings).toHaveLength(2)
  })

  it('[LIBIMP-6] nesting without end is refused', () => {
    let control: object = { id: 'deepest' }
    for (let depth = 0; depth < 5000; depth += 1) control = { id: `c${String(depth)}`, controls: [control] }
    expect(readOscalCatalog(catalog({ controls: [control] }), { corrections: true }).ok).toBe(false)
  })

  it('[LIBIMP-6] values of a wrong type are as good as absent', () => {
    expect(read(catalog({ groups: 7, controls: [null, 'x', { id: 5, props: 'no', parts: {} }] })).nodes).toHaveLength(1)
  })
})
