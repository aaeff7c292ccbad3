import { describe, expect, test } from 'vitest'
import { clientQuerySchema } from '#api/queries.ts'
import { clientsViews, filterOf, noOwner, searchOfView, setFilters } from './clients-query.ts'

describe('the address of the list', () => {
  test('[LIST-2] asks in each view for exactly the clients that its count counts', () => {
    expect(clientsViews.map((view) => filterOf(searchOfView(view), undefined))).toEqual([
      { status: 'client' },
      { status: 'client', attention: 'now' },
      { status: 'prospect' },
      { archived: true },
    ])
  })

  test('[LIST-2] narrows a view by its filters', () => {
    const owner = '018f0000-0000-7000-8000-000000000001'
    const sort = [{ by: 'score', direction: 'asc' }] as const
    expect(filterOf({ band: 'high', industry: 'Food', owner, tag: 'VIP', search: ' acme ' }, [...sort])).toEqual({
      ...{ status: 'client', band: 'high', industry: 'Food', ownerId: owner, tag: 'VIP', search: 'acme', sort },
    })
    expect(filterOf({ owner: noOwner }, undefined)).toEqual({ status: 'client', ownerId: null })
    expect(filterOf({ view: 'attention', attention: 'watch' }, undefined)).toEqual({
      status: 'client',
      attention: 'now',
    })
  })

  test('[LIST-3] never asks for what the engine refuses, whatever stands in it', () => {
    for (const owner of ['', 'Robin', '018f', '../..', 'x'.repeat(60)]) {
      const query = clientQuerySchema.safeParse(filterOf({ owner, search: '   ', view: 'archived' }, []))
      expect(query.success, owner).toBe(true)
    }
  })

  test('[LIST-4] shows as filters what was chosen, and not what the view itself means', () => {
    expect(setFilters({})).toEqual([])
    expect(setFilters({ view: 'prospects', search: '', tag: 'VIP', band: 'low' })).toEqual(['band', 'tag'])
    expect(setFilters({ view: 'attention', attention: 'now' })).toEqual([])
    expect(setFilters({ attention: 'now' })).toEqual(['attention'])
  })
})
