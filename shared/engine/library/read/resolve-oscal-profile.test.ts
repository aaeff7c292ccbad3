import { describe, expect, it } from 'vitest'

import { countNodes } from './library-draft.ts'
import { hasOfficialFiles, officialFile } from './official-files-for-tests.ts'
import { resolveOscalProfile, type GivenFile } from './resolve-oscal-profile.ts'

const small: GivenFile = {
  name: 'small.json',
  content: {
    catalog: {
      uuid: 'c',
      metadata: { title: 'Small', version: '1', 'oscal-version': '1.1.3' },
      groups: [
        { id: 'g', controls: [{ id: 'a-1', controls: [{ id: 'a-1.1' }, { id: 'a-1.2' }] }, { id: 'b-1' }] },
        { id: 'h', controls: [{ id: 'c-1' }] },
      ],
    },
  },
}

const resolve = (order: object, files: readonly GivenFile[] = [small]) =>
  resolveOscalProfile(
    { profile: { uuid: 'p', metadata: { title: 'P', version: '1' }, imports: [{ href: 'small.json', ...order }] } },
    { corrections: true, files },
  )

const idsOf = (order: object): readonly string[] => {
  const resolved = resolve(order)
  if (!resolved.ok) throw new Error(resolved.error.message)
  return resolved.value.nodes.map(({ id }) => id)
}

describe('what a profile chooses', () => {
  it.skipIf(!hasOfficialFiles)('[LIBIMP-7] the Low profile chooses 149 controls of the Moderate catalog', () => {
    const moderate = 'NIST_SP-800-53_rev5_MODERATE-baseline-resolved-profile_catalog-min.json'
    const resolved = resolveOscalProfile(officialFile('NIST_SP-800-53_rev5_LOW-baseline_profile.json'), {
      corrections: true,
      files: [{ name: moderate, content: officialFile(moderate) }],
    })
    if (!resolved.ok) throw new Error(resolved.error.message)
    expect(countNodes(resolved.value.nodes).active).toBe(149)
    expect(resolved.value.warnings.join()).toContain('was taken for it')
  })

  it.each([
    [{}, ['g', 'a-1', 'a-1.1', 'a-1.2', 'b-1', 'h', 'c-1']],
    [{ 'include-controls': [{ 'with-ids': ['a-1'] }] }, ['g', 'a-1']],
    [{ 'include-controls': [{ 'with-child-controls': 'yes', 'with-ids': ['a-1'] }] }, ['g', 'a-1', 'a-1.1', 'a-1.2']],
    [{ 'include-controls': [{ matching: [{ pattern: '?-1' }] }] }, ['g', 'a-1', 'b-1', 'h', 'c-1']],
    [{ 'include-controls': [{ matching: [{ pattern: 'a*.2' }] }] }, ['g', 'a-1.2']],
    [{ 'include-all': {}, 'exclude-controls': [{ matching: [{ pattern: 'a*' }] }] }, ['g', 'b-1', 'h', 'c-1']],
  ])('[LIBIMP-7] import %j', (order, ids) => {
    expect(idsOf(order)).toEqual(ids)
  })

  it('[LIBIMP-7] an enhancement without its control goes below the group, a missing control is told', () => {
    const resolved = resolve({ 'include-controls': [{ 'with-ids': ['a-1.1', 'z-9'] }] })
    expect(resolved).toMatchObject({ ok: true, value: { nodes: [{ id: 'g' }, { id: 'a-1.1', parent: 'g' }] } })
    expect(resolved.ok && resolved.value.warnings).toEqual([
      'The profile asks for z-9, which the catalog does not hold.',
    ])
  })
})

describe('profiles that cannot be resolved', () => {
  it('[LIBIMP-8] imports in a circle are refused', () => {
    const circle = { profile: { uuid: 'x', imports: [{ href: 'circle.json' }] } }
    const refused = resolveOscalProfile(circle, {
      corrections: true,
      files: [{ name: 'circle.json', content: circle }],
    })
    expect(refused.ok ? '' : refused.error.message).toContain('imports itself')
  })

  it('[LIBIMP-8] a catalog that is not here is named', () => {
    const refused = resolve({}, [])
    expect(refused.ok ? '' : refused.error.message).toContain('imports small')
  })
})
