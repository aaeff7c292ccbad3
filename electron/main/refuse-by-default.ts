/** What no page of ours ever does, and so no page may: leave, open windows, embed others. */
import type { App, WebContents } from 'electron'
import { isOwnPage, siteOf } from './page-address.ts'

/** Holds for every page of the app, however it came to be. `report` gets one line for each refusal. */
export const refuseByDefault = (app: App, report: (line: string) => void): void => {
  app.on('web-contents-created', (_event, contents) => {
    refuseLeaving(contents, report)
    contents.setWindowOpenHandler(({ url }) => {
      report(`Refused to open a window for ${siteOf(url)}.`)
      return { action: 'deny' }
    })
    contents.on('will-attach-webview', (event) => {
      event.preventDefault()
      report('Refused a web view.')
    })
  })
}

const refuseLeaving = (contents: WebContents, report: (line: string) => void): void => {
  const judge = (event: { readonly url: string; preventDefault(): void }): void => {
    if (isOwnPage(event.url)) return
    event.preventDefault()
    report(`Refused to go to ${siteOf(event.url)}.`)
  }
  contents.on('will-frame-navigate', judge)
  contents.on('will-redirect', judge)
}
