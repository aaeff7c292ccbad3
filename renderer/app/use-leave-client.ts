/** The way from a client back to the practice, which returns as it was: the address with its filters. */
import { useLocation, useRouter } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'

export const useLeaveClient = (): (() => void) => {
  const { history } = useRouter()
  const { href, pathname } = useLocation()
  const practice = useRef('/clients')
  // By the address, because the parameters of the route follow it a moment later.
  useEffect(() => {
    if (!inClient.test(pathname)) practice.current = href
  }, [href, pathname])
  return () => history.push(practice.current)
}

const inClient = /^\/clients\/[0-9a-f-]{36}(\/|$)/
