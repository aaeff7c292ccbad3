/** The engine's router as its callers use it, whatever the port leads through. */
import { createTRPCClient, type TRPCClient } from '@trpc/client'
import type { AppRouter } from '../router.ts'
import { portLink } from './port-link.ts'
import type { Port } from './port.ts'

export type EngineClient = TRPCClient<AppRouter>

/** One client a port. */
export const createEngineClient = (port: Port): EngineClient =>
  createTRPCClient<AppRouter>({ links: [portLink<AppRouter>(port)] })
