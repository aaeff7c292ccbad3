/** Reads one carried file out of a sealed one, piece by piece, and holds its bytes against the manifest. */
import { createHash } from 'node:crypto'
import { err, ok, type Result } from '#domain/result.ts'
import { takeTurn } from '../workers/serve-conversations.ts'
import type { CopyControl } from './check-copies.ts'
import type { HandOverFailure } from './hand-over-messages.ts'
import type { CarriedFile } from './hand-over-manifest.ts'
import type { SealedReader } from './sealed-file.ts'

export type PieceControl = CopyControl & { readonly onPiece: (bytes: Uint8Array) => Promise<unknown> }

const pieceSize = 256 * 1024

export const readCarried = async (
  reader: SealedReader,
  { size, sha256 }: CarriedFile,
  { signal, onProgress, onPiece }: PieceControl,
): Promise<Result<void, HandOverFailure>> => {
  const digest = createHash('sha256')
  for (let missing = size; missing > 0;) {
    if (signal.aborted) return err({ type: 'Cancelled' })
    const piece = await reader.read(Math.min(missing, pieceSize))
    if (piece === undefined) return err({ type: 'HandOverDamaged', detail: 'a part of it cannot be read' })
    digest.update(piece)
    await onPiece(piece)
    missing -= piece.length
    onProgress(piece.length)
    await takeTurn()
  }
  return digest.digest('hex') === sha256
    ? ok(undefined)
    : err({ type: 'HandOverDamaged', detail: 'what it carries is not what it says' })
}
