/** The names of the messages between the page, its preload and the main process. */

/** From the page, with its port: hand this to the engine. */
export const requestPortChannel = 'securatlas.requestPort'
/** To the page: the engine has the port, and then that it is no more. */
export const portOpenedChannel = 'securatlas.portOpened'
export const portClosedChannel = 'securatlas.portClosed'
/** From the page: the ids of the commands that it offers to the menu. To the page: the one that was chosen there. */
export const commandsChannel = 'securatlas.commands'
export const runCommandChannel = 'securatlas.runCommand'
