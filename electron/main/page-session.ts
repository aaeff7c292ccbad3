/** The session of our page: kept in memory, served from our own files, and refused everything that it does not need. */
import { protocol, session, type Session } from 'electron'
import { isOwnPage, pageAddress, pageScheme } from './page-address.ts'
import type { PageFiles } from './page-files.ts'

/** Before the app is ready. */
export const registerPageScheme = (): void => {
  const privileges = { standard: true, secure: true, supportFetchAPI: true }
  protocol.registerSchemesAsPrivileged([{ scheme: pageScheme, privileges }])
}

/** Without "persist:" the name of a session keeps nothing on the disk. */
export const openPageSession = (files: PageFiles): Session => {
  const page = session.fromPartition('securatlas', { cache: false })
  page.protocol.handle(pageScheme, async (request) => {
    const { status, headers, body } = await files.answer(request)
    return new Response(body, { status, headers })
  })
  refusePermissions(page)
  refuseNetwork(page)
  page.on('will-download', (event, item) => {
    if (!isMadeByPage(item.getURL())) event.preventDefault()
  })
  // It would fetch its dictionaries from the network.
  page.setSpellCheckerEnabled(false)
  return page
}

/** A file that the page itself has put together; Electron then asks where to save it. */
const isMadeByPage = (address: string): boolean => address.startsWith(`blob:${pageAddress}`)

/** Only copying, which the page does when a button is pressed. */
const allowedPermission = 'clipboard-sanitized-write'

const refusePermissions = (page: Session): void => {
  page.setPermissionRequestHandler((...[, permission, answer, details]) => answer(isAllowed(permission, details)))
  page.setPermissionCheckHandler((...[, permission, , details]) => isAllowed(permission, details))
  page.setDevicePermissionHandler(() => false)
}

const isAllowed = (
  permission: string,
  { isMainFrame, requestingUrl = '' }: { readonly isMainFrame: boolean; readonly requestingUrl?: string },
): boolean => permission === allowedPermission && isMainFrame && isOwnPage(requestingUrl)

const refuseNetwork = (page: Session): void => {
  const urls = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'file://*/*']
  page.webRequest.onBeforeRequest({ urls }, (_request, answer) => answer({ cancel: true }))
}
