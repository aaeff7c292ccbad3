/** How evidence bytes are cut. Part of the file format: chunks of another length would not be found again. */

export const chunkLength = 262_144
/** Bytes in one transaction: 4 MB held other files on the disk up to 69 ms (measured). */
export const transactionLength = 4 * chunkLength
/** Chunk ids of one blob are neighbours in the table, without a second index. Room for 4 TB in a blob. */
export const chunksPerBlob = 2 ** 24
