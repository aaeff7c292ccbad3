/** Fetches the portal while the page still asks the engine what to show: nearly every start ends there. */
export const loadPortal = () => import('./portal.tsx')
const loadDashboard = () => import('../features/dashboard/dashboard-screen.tsx')

export const loadPortalEarly = (): void => {
  const isDashboard = /^(#\/?(dashboard)?)?$/.test(window.location.hash)
  // A chunk that cannot be had is asked for again, and reported, when it is shown.
  void Promise.allSettled([loadPortal(), ...(isDashboard ? [loadDashboard()] : [])])
}
