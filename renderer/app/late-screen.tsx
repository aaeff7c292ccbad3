/**
 * A screen whose code comes when it is first shown. Unlike a Suspense boundary, whose content React holds back for
 * 300 ms after its fallback, the screen appears as soon as it is there.
 */
import { useEffect, useState, type ComponentType } from 'react'
import { Opening } from './opening.tsx'

export const lateScreen = <Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> => {
  let loaded: ComponentType<Props> | undefined
  return (props) => {
    const [Screen, setScreen] = useState(() => loaded)
    const [failure, setFailure] = useState<{ readonly error: unknown }>()
    useEffect(() => {
      if (loaded !== undefined) return undefined
      let isWanted = true
      load().then(
        (screen) => {
          loaded = screen
          if (isWanted) setScreen(() => screen)
        },
        (error: unknown) => {
          if (isWanted) setFailure({ error })
        },
      )
      return () => {
        isWanted = false
      }
    }, [])
    // For the error boundary above.
    if (failure !== undefined) throw failure.error
    return Screen === undefined ? <Opening /> : <Screen {...props} />
  }
}
