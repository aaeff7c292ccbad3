/** Lets `style` set a custom property: sizes that are known only when the page runs. */
import 'react'

declare module 'react' {
  interface CSSProperties {
    [name: `--${string}`]: string | number | undefined
  }
}
