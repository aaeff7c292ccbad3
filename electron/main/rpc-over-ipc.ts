/**
 * Takes the ports of our page to the engine. The one place that listens to pages: what comes from anywhere else than
 * the top frame of our own page is refused.
 */
import { ipcMain, type IpcMainEvent, type WebContents, type WebFrameMain } from 'electron'
import {
  commandsChannel,
  portClosedChannel,
  portOpenedChannel,
  requestPortChannel,
  runCommandChannel,
} from '../preload/channels.ts'
import type { EngineProcess } from './engine/engine-process.ts'
import { isOwnPage } from './page-address.ts'

export type PortRequests = {
  /** Resolves when an engine is there. */
  readonly whenReady: () => Promise<EngineProcess>
  readonly report: (line: string) => void
}

const longestId = 64

export const servePortRequests = ({ whenReady, report }: PortRequests): void => {
  ipcMain.on(requestPortChannel, (event, requestId: unknown) => {
    const frame = findOwnFrame(event)
    const [port] = event.ports
    if (frame === undefined || port === undefined || typeof requestId !== 'string' || requestId.length > longestId) {
      for (const refused of event.ports) refused.close()
      report('Refused a message that is none of our own page.')
      return
    }
    let isLeft = false
    port.once('close', () => {
      isLeft = true
    })
    void whenReady().then((engine) => {
      if (isLeft) return
      engine.connect(port, () => tellPage(frame, portClosedChannel, requestId))
      tellPage(frame, portOpenedChannel, requestId)
    })
  })
}

/** Tells which commands a page offers to the menu, each time that they change. */
export const serveCommandOffers = (
  onOffer: (page: WebContents, commands: readonly string[]) => void,
  report: (line: string) => void,
): void => {
  ipcMain.on(commandsChannel, (event, ids: unknown) => {
    if (findOwnFrame(event) !== undefined && isListOfIds(ids)) onOffer(event.sender, ids)
    else report('Refused a message that is none of our own page.')
  })
}

const mostCommands = 256

const isListOfIds = (ids: unknown): ids is readonly string[] =>
  Array.isArray(ids) &&
  ids.length <= mostCommands &&
  ids.every((id) => typeof id === 'string' && id.length <= longestId)

/** Has the page run one of its commands. */
export const sendCommand = (page: WebContents, id: string): void => page.send(runCommandChannel, id)

/** The frame that sent the message, if it is the top frame of our page. */
const findOwnFrame = ({ senderFrame }: IpcMainEvent): WebFrameMain | undefined =>
  senderFrame !== null && senderFrame.parent === null && isOwnPage(senderFrame.url) ? senderFrame : undefined

const tellPage = (frame: WebFrameMain, channel: string, requestId: string): void => {
  try {
    frame.send(channel, requestId)
  } catch {
    // The page was left or its window closed: nobody waits for the notice any more.
  }
}
