/** Starts the page: texts, connection, and the app on the screen. */
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { loadPortalEarly } from './app/load-portal.ts'
import { connectToEngine } from './rpc/connection.ts'
import { dropTokenFromAddress } from './rpc/drop-token.ts'
import { startTexts } from './texts/start-texts.ts'

dropTokenFromAddress()
const connection = connectToEngine()
loadPortalEarly()
startTexts()
const root = document.getElementById('root')
if (root === null) throw new Error('the page has no root')
createRoot(root).render(
  <StrictMode>
    <App connection={connection} />
  </StrictMode>,
)
