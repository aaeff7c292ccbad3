/** What commands do while the screen that offers them is shown. The newest screen has the say. */
import { useEffect, useMemo, useRef } from 'react'
import { create } from 'zustand'
import type { CommandId } from './command-catalog.ts'

/** Undefined: not now, such as for somebody who may not. */
export type CommandRuns = Readonly<Partial<Record<CommandId, (() => void) | undefined>>>

type Bound = { readonly owner: symbol; readonly ids: ReadonlySet<CommandId>; readonly run: (id: CommandId) => void }

const useBound = create<{ readonly bound: readonly Bound[] }>(() => ({ bound: [] }))

/** Binds commands as long as the component is there. */
export const useCommands = (runs: CommandRuns): void => {
  const newest = useRef(runs)
  useEffect(() => {
    newest.current = runs
  })
  const offered = (Object.keys(runs) as readonly CommandId[]).filter((id) => runs[id] !== undefined).join(' ')
  useEffect(() => {
    const ids = new Set(offered === '' ? [] : (offered.split(' ') as readonly CommandId[]))
    const own: Bound = { owner: Symbol('screen'), ids, run: (id) => newest.current[id]?.() }
    useBound.setState(({ bound }) => ({ bound: [...bound, own] }))
    return () => useBound.setState(({ bound }) => ({ bound: bound.filter(({ owner }) => owner !== own.owner) }))
  }, [offered])
}

/** The commands that do something now. */
export const useOfferedCommands = (): ReadonlySet<CommandId> => {
  const { bound } = useBound()
  return useMemo(() => new Set(bound.flatMap(({ ids }) => [...ids])), [bound])
}

/** In the order in which their keys are tried. */
export const offeredCommands = (): readonly CommandId[] => [
  ...new Set(
    useBound
      .getState()
      .bound.toReversed()
      .flatMap(({ ids }) => [...ids]),
  ),
]

export const runCommand = (id: CommandId): void =>
  useBound
    .getState()
    .bound.findLast(({ ids }) => ids.has(id))
    ?.run(id)
