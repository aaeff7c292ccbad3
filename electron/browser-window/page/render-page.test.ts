import { expect, test } from 'vitest'
import type { ClientList, Health } from './page-source.ts'
import { renderMessagePage, renderPage } from './render-page.ts'

const health: Health = {
  state: 'open',
  accountId: 'account-1',
  practice: 'Harbor Security',
  version: '0.1.0',
  dataDir: '/home/sam/practice',
}
const client: ClientList['items'][number] = {
  id: 'client-1',
  name: 'Pentair',
  status: 'client',
  industry: 'Industrials',
  attention: [],
}

/** What a reader sees: no tags, one space between words. */
const wordsOf = (page: string): string =>
  page
    .replaceAll(/<head>.*<\/head>/gs, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()

test('[HOST-31] shows state, number of clients, version and data folder', () => {
  const page = renderPage({ health, clients: { items: [client], total: 1 }, offset: 0 })
  expect(page).toMatch(/^<!doctype html>/)
  expect(page).toContain('<html lang="en">')
  expect(page).toContain('<title>SecurAtlas Desktop</title>')
  expect(wordsOf(page)).toContain(
    'Harbor Security Open Clients 1 Version 0.1.0 Data folder /home/sam/practice Clients 1 to 1 of 1',
  )
  expect(page).not.toContain('<nav')
})

test('[HOST-31] names status, industry and the reasons for attention in words', () => {
  const items: ClientList['items'] = [
    {
      ...client,
      attention: [
        { reason: 'damagedFile', tier: 'now' },
        { reason: 'baselineIncomplete', tier: 'watch' },
      ],
    },
    { ...client, id: 'client-2', name: 'Zoë & Söhne', status: 'prospect', industry: null },
  ]
  const words = wordsOf(renderPage({ health, clients: { items, total: 2 }, offset: 0 }))
  expect(words).toContain('Pentair Client Industrials File damaged Baseline incomplete')
  expect(words).toContain('Zoë &amp; Söhne Prospect – –')
})

test('[HOST-31] says what to do when there is nothing to show', () => {
  const clients = { items: [], total: 0 }
  const shown = (state: Health['state']): string =>
    wordsOf(renderPage({ health: { ...health, state }, clients, offset: 0 }))
  expect(shown('open')).toContain('No clients yet. Each client gets its own encrypted workspace.')
  expect(shown('locked')).toContain(
    'The practice is locked. Everything in it is saved and encrypted. To open it, start',
  )
  expect(shown('noPractice')).toContain('No practice yet. Create one on the command line')
  expect(shown('locked')).toContain('Clients – ')
})

test('[HOST-32] pages by 100, without a way past either end', () => {
  const items = [client]
  const page = (offset: number): string => renderPage({ health, clients: { items, total: 250 }, offset })
  expect(page(0)).toContain('href="/?offset=100"')
  expect(page(0)).not.toContain('rel="prev"')
  expect(page(100)).toContain('href="/?offset=0"')
  expect(page(100)).toContain('href="/?offset=200"')
  expect(page(200)).toContain('href="/?offset=100"')
  expect(page(200)).not.toContain('rel="next"')
  expect(wordsOf(page(200))).toContain('Clients 201 to 201 of 250')
})

test('[HOST-30] shows a hostile name as text', () => {
  const name = '<script>alert(1)</script>"\' onmouseover=alert(1)'
  const page = renderPage({
    health: { ...health, practice: name, dataDir: name },
    clients: { items: [{ ...client, id: name, name, industry: name }], total: 1 },
    offset: 0,
  })
  expect(page.match(/<script/g)).toHaveLength(1)
  expect(page).not.toContain('" onmouseover')
  expect(page).not.toContain("' onmouseover")
})

test('[HOST-31] a message page says its sentences and holds no script unless it is live', () => {
  const message = { heading: 'Not signed in', sentences: ['One.', 'Two.'] }
  expect(wordsOf(renderMessagePage({ ...message, isLive: false }))).toBe('Not signed in One. Two.')
  expect(renderMessagePage({ ...message, isLive: false })).not.toContain('<script')
  expect(renderMessagePage({ ...message, isLive: true })).toContain('src="/page.js"')
})
