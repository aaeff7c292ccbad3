/** Names the data folder where none is given: the window and the command line must mean the same one. */
export const dataFolderName = 'SecurAtlas Desktop'
