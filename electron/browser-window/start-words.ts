/** What the program says on the terminal when something keeps it from starting, or from starting whole. */
import { describeError, type EngineError } from '#api/errors.ts'
import { assertNever } from '#domain/result.ts'
import type { ListenError } from '#hosting/local-socket.ts'

export const engineErrorWords = (error: EngineError): string => {
  if (error.type === 'DataDirInUse') {
    return (
      `${error.dataDir} is in use: SecurAtlas Desktop is open on it, or a command is running. Nothing was changed. ` +
      'Go on in the window that is open, or wait until the command has ended, then start again.'
    )
  }
  const { message, safe, action } = describeError(error)
  return [message, safe, action].filter((sentence) => sentence !== undefined).join(' ')
}

export const listenErrorWords = (error: ListenError): string =>
  `${reasonOf(error)} The window works; the command line cannot reach this data folder until you close it.`

const reasonOf = (error: ListenError): string => {
  switch (error.type) {
    case 'DataFolderMissing':
      return `The data folder ${error.dataDir} is gone.`
    case 'SocketFolderNotOurs':
      return `${error.folder} belongs to somebody else or is open to others. Remove it, then start again.`
    case 'SocketPathTooLong':
      return `The path ${error.path} is too long for a socket. Use a shorter data folder.`
    case 'SocketPathTaken':
      return `${error.path} is in the way and is no socket. Move it away, then start again.`
    case 'ListenFailed':
      return `The socket ${error.path} could not be opened (${error.cause}).`
    default:
      return assertNever(error)
  }
}

export const notRememberedWords =
  'The folder is open, but could not be remembered for the next start. Start it with --data-dir then.'
