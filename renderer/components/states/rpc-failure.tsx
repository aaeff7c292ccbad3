/** A failed call of the engine beside the form that made it. */
import { isRpcError } from '#api/rpc/rpc-error.ts'
import { Failure } from './failure.tsx'

export const RpcFailure = ({ error }: { readonly error: Error | null }) => {
  if (error === null) return null
  if (!isRpcError(error)) return <Failure message={error.message} />
  const { message, safe, action, tag, code } = error
  return <Failure message={message} safe={safe} action={action} details={`${tag} (${code}): ${message}`} />
}
