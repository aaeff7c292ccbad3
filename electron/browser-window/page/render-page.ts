/** The page as the server sends it: complete without its script, which only asks for it again when something changed. */
import { attentionReasons, type Attention } from '#domain/attention/attention-reasons.ts'
import { html, type Html } from './html-template.ts'
import type { ClientList, Health } from './page-source.ts'

export type PageModel = {
  readonly health: Health
  readonly clients: ClientList
  readonly offset: number
}

export const pageSize = 100

export const renderPage = (model: PageModel): string =>
  renderDocument({
    isLive: true,
    main: html`<main id="content" ${accountAttribute(model.health)}>
      <h1>SecurAtlas Desktop</h1>
      ${renderHealth(model)} ${renderContent(model)}
    </main>`,
  })

/** For what is refused or has failed. A live page asks again by itself. */
export const renderMessagePage = (message: {
  readonly heading: string
  readonly sentences: readonly string[]
  readonly isLive: boolean
}): string =>
  renderDocument({
    isLive: message.isLive,
    main: html`<main id="content">
      <h1>${message.heading}</h1>
      ${message.sentences.map((sentence) => html`<p>${sentence}</p>`)}
    </main>`,
  })

const statusBar = html`<footer><p id="connection" role="status"></p></footer>`
const pageScript = html`<script src="/page.js" type="module"></script>`

const renderDocument = ({ main, isLive }: { readonly main: Html; readonly isLive: boolean }): string =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <title>SecurAtlas Desktop</title>
        <link rel="icon" href="/icon.svg" />
        <link rel="stylesheet" href="/page.css" />
        ${isLive ? pageScript : ''}
      </head>
      <body>
        ${main} ${isLive ? statusBar : ''}
      </body>
    </html> `.markup.trim()

const accountAttribute = ({ accountId }: Health): Html =>
  accountId === undefined ? html`` : html`data-account="${accountId}"`

const stateWords = { noPractice: 'No practice yet', locked: 'Locked', open: 'Open' } as const

const renderHealth = ({ health, clients }: PageModel): Html => html`
  <dl class="figures">
    <div>
      <dt>${health.practice ?? 'Practice'}</dt>
      <dd id="state">${stateWords[health.state]}</dd>
    </div>
    <div>
      <dt>Clients</dt>
      <dd id="total">${health.state === 'open' ? clients.total : '–'}</dd>
    </div>
    <div>
      <dt>Version</dt>
      <dd>${health.version}</dd>
    </div>
    <div>
      <dt>Data folder</dt>
      <dd class="path">${health.dataDir}</dd>
    </div>
  </dl>
`

const renderContent = (model: PageModel): Html => {
  if (model.health.state === 'noPractice') {
    return html`<p>
      No practice yet. Create one on the command line, then it appears here:
      <code>npm run -s cli -- practice init --name NAME --email EMAIL --timezone ZONE</code>
    </p>`
  }
  if (model.health.state === 'locked') {
    return html`<p>
      The practice is locked. Everything in it is saved and encrypted. To open it, start the program with
      <code>SECURATLAS_PASSPHRASE</code> or <code>--passphrase-file</code>.
    </p>`
  }
  if (model.clients.total === 0) {
    return html`<p>
      No clients yet. Each client gets its own encrypted workspace. Import a list on the command line:
      <code>npm run -s cli -- clients import FILE</code>
    </p>`
  }
  return html`${renderClients(model)} ${renderPaging(model)}`
}

const renderClients = ({ clients, offset }: PageModel): Html => html`
  <table>
    <caption>
      Clients ${offset + 1} to ${offset + clients.items.length} of ${clients.total}
    </caption>
    <thead>
      <tr>
        <th scope="col">Name</th>
        <th scope="col">Status</th>
        <th scope="col">Industry</th>
        <th scope="col">Needs attention</th>
      </tr>
    </thead>
    <tbody>
      ${clients.items.map(
        (client) => html`
          <tr id="${client.id}">
            <th scope="row">${client.name}</th>
            <td>${client.status === 'prospect' ? 'Prospect' : 'Client'}</td>
            <td>${client.industry ?? '–'}</td>
            <td>${renderAttention(client.attention)}</td>
          </tr>
        `,
      )}
    </tbody>
  </table>
`

const labels: ReadonlyMap<string, string> = new Map(attentionReasons.map(({ id, label }) => [id, label]))

const renderAttention = (attention: readonly Attention[]): readonly Html[] =>
  attention.length === 0
    ? [html`–`]
    : attention.map(({ reason, tier }) => html`<span class="reason ${tier}">${labels.get(reason) ?? reason}</span> `)

const renderPaging = ({ clients, offset }: PageModel): Html => {
  if (clients.total <= pageSize) return html``
  return html`
    <nav aria-label="Pages">
      ${renderStep('previous', offset > 0 ? Math.max(0, offset - pageSize) : undefined)}
      ${renderStep('next', offset + pageSize < clients.total ? offset + pageSize : undefined)}
    </nav>
  `
}

const stepWords = { previous: 'Previous 100', next: 'Next 100' } as const

const renderStep = (step: keyof typeof stepWords, offset: number | undefined): Html =>
  offset === undefined
    ? html`<span class="step off">${stepWords[step]}</span>`
    : html`<a class="step" id="${step}" rel="${step === 'next' ? 'next' : 'prev'}" href="/?offset=${offset}"
        >${stepWords[step]}</a
      >`
