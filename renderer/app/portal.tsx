/** The open account: everything below the frame is a route. */
import { RouterProvider } from '@tanstack/react-router'
import { useState } from 'react'
import { createAppRouter } from './routes.tsx'

export const Portal = () => {
  const [router] = useState(createAppRouter)
  return <RouterProvider router={router} />
}
