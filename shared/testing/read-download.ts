/** For tests: a whole download, as a page takes it. */
import type { Account } from '#api/engine.ts'
import { expectOk } from '#testing/expect-result.ts'

export const unpackedBytes = async (account: Account, clientId: string, evidenceId: string): Promise<Buffer> => {
  const { downloads } = account.evidence
  const { downloadId } = expectOk(downloads.open(clientId, { evidenceId }))
  const pieces: Uint8Array[] = []
  for (;;) {
    const piece = expectOk(await downloads.next(downloadId))
    if (piece === null) return Buffer.concat(pieces)
    pieces.push(piece)
  }
}
