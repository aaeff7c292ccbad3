/** Looks into another data folder, and moves the program to it. */
import { useMutation, useQuery } from '@tanstack/react-query'
import type { DataFolder, HostAbilities, PathChoice } from '#api/host.ts'
import type { RpcError } from '#api/rpc/rpc-error.ts'
import { useRpc } from '#renderer/rpc/rpc-context.tsx'

const nothing: HostAbilities = { canMove: false, canChoose: false, canShow: false, missingFolder: null }

export const useHostAbilities = (): HostAbilities => {
  const rpc = useRpc()
  return useQuery({ queryKey: ['health'], queryFn: () => rpc.health.query() }).data?.host ?? nothing
}

export const useFolder = () => {
  const rpc = useRpc()
  const find = useMutation<DataFolder, RpcError, string>({ mutationFn: (path) => rpc.folders.find.query({ path }) })
  const move = useMutation<DataFolder, RpcError, string>({
    mutationFn: (path) => rpc.folders.use.mutate({ path }),
    onSuccess: startAnew,
  })
  return { find, choose: useChoosePath(), move }
}

/** Asks for a place in the system's dialog; null when the person chose nothing. */
export const useChoosePath = () => {
  const rpc = useRpc()
  return useMutation({ mutationFn: (choice: PathChoice) => rpc.folders.choose.mutate(choice) })
}

/** Nothing of the folder of before is left in the page: neither in memory nor in its address. */
const startAnew = (): void => {
  location.hash = ''
  location.reload()
}

export const useShowFolder = () => {
  const rpc = useRpc()
  return useMutation({ mutationFn: () => rpc.folders.show.mutate() })
}
