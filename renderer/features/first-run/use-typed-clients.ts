/** The clients that are typed one after the other: each is made at once, and one that is refused stays to be corrected. */
import type { TFunction } from 'i18next'
import { useRef, useState } from 'react'
import { foldName } from '#domain/catalog/fold-name.ts'
import { clientEntity } from '#domain/entities/client.ts'
import { isRpcError } from '#api/rpc/rpc-error.ts'
import { useRpc } from '#renderer/rpc/rpc-context.tsx'

export type TypedClient = {
  readonly key: number
  readonly name: string
  readonly state: 'adding' | 'added' | 'refused'
  /** Why it was refused. */
  readonly reason?: string | undefined
}

export type TypedClients = {
  readonly clients: readonly TypedClient[]
  /** Says what is wrong with a name instead of adding it. */
  add(name: string): string | undefined
  retry(key: number, name: string): void
  discard(key: number): void
}

export const useTypedClients = (t: TFunction<'firstRun'>): TypedClients => {
  const rpc = useRpc()
  const [clients, setClients] = useState<readonly TypedClient[]>([])
  // Names of one paste follow each other before the page is drawn again.
  const names = useRef(new Map<number, string>())
  const nextKey = useRef(1)

  const change = (key: number, to: Partial<TypedClient>): void =>
    setClients((all) => all.map((client) => (client.key === key ? { ...client, ...to } : client)))
  const refuse = (key: number, reason: string): void => {
    names.current.delete(key)
    change(key, { state: 'refused', reason })
  }
  const send = async (key: number, name: string): Promise<void> => {
    names.current.set(key, foldName(name))
    try {
      await rpc.clients.add.mutate({ name, status: 'client' })
      change(key, { state: 'added', reason: undefined })
    } catch (error) {
      refuse(key, isRpcError(error) ? `${error.message} ${error.action ?? ''}`.trim() : String(error))
    }
  }
  const problemOf = (name: string): string | undefined => {
    if (name.length > 200) return t('hand.tooLong')
    if (!clientEntity.fields.name.schema.safeParse(name).success) return t('hand.notPlain')
    return [...names.current.values()].includes(foldName(name)) ? t('hand.twice', { name }) : undefined
  }
  return {
    clients,
    add(typed) {
      const name = typed.trim()
      if (name === '') return t('hand.missing')
      const problem = problemOf(name)
      if (problem !== undefined) return problem
      const key = nextKey.current++
      setClients((all) => [...all, { key, name, state: 'adding' }])
      void send(key, name)
      return undefined
    },
    retry(key, typed) {
      const name = typed.trim()
      const problem = name === '' ? t('hand.missing') : problemOf(name)
      if (problem !== undefined) return change(key, { name: typed, reason: problem })
      change(key, { name, state: 'adding', reason: undefined })
      void send(key, name)
    },
    discard(key) {
      names.current.delete(key)
      setClients((all) => all.filter((client) => client.key !== key))
    },
  }
}
