/** What the parts of the frame know about it. */
import { createContext, use } from 'react'

export type Frame = { readonly isCollapsed: boolean }

export const FrameContext = createContext<Frame>({ isCollapsed: false })

export const useFrame = (): Frame => use(FrameContext)
