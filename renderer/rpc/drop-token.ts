/** The one-time token has done its work when the page is here: it leaves the address and the history. */
export const dropTokenFromAddress = (): void => {
  const address = new URL(location.href)
  if (!address.searchParams.has('token')) return
  address.searchParams.delete('token')
  history.replaceState(null, '', address.pathname + address.search + address.hash)
}
