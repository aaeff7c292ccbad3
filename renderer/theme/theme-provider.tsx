/** Gives everything inside it the looks of the product: colours, type, density and motion. */
import { MantineProvider } from '@mantine/core'
import { useColorScheme } from '@mantine/hooks'
import { useLayoutEffect, type ReactNode } from 'react'
import { useAppearance } from './appearance.ts'
import { cssVariablesResolver } from './css-variables.ts'
import { DensityContext } from './density.ts'
import { mantineTheme } from './mantine-theme.ts'
import '@fontsource-variable/inter/wght.css'
import '@fontsource/ibm-plex-mono/400.css'
import '@fontsource/ibm-plex-mono/500.css'
import './theme.css'

export const ThemeProvider = ({ children }: { readonly children: ReactNode }) => {
  const { scheme: wanted, density } = useAppearance()
  const machine = useColorScheme('light', { getInitialValueInEffect: false })
  const scheme = wanted === 'auto' ? machine : wanted
  // Before the first paint: Mantine would set the scheme after it.
  useLayoutEffect(() => {
    document.documentElement.dataset['mantineColorScheme'] = scheme
    document.documentElement.dataset['density'] = density
  }, [scheme, density])
  return (
    <MantineProvider
      theme={mantineTheme}
      cssVariablesResolver={cssVariablesResolver}
      forceColorScheme={scheme}
      withCssVariables={false}
      withGlobalClasses={false}
      withStaticClasses={false}
    >
      <DensityContext value={density}>{children}</DensityContext>
    </MantineProvider>
  )
}
