/**
 * Keeps the page live: listens to the engine's events over the RPC and asks the server for the page again.
 * Plain JavaScript, served as it is.
 */

// First of all, before anything can fail: the one-time token leaves the address and the history.
const address = new URL(location.href)
address.searchParams.delete('token')
history.replaceState(null, '', address.pathname + address.search)

/** Other events come too early: a client's edit reaches the list with `portfolioChanged`. */
const shownEvents = new Set(['accountsChanged', 'practiceChanged', 'portfolioChanged'])
const fewestMsBetweenLoads = 100
const longestRetryMs = 5000

const say = (words) => {
  const connection = document.getElementById('connection')
  if (connection.textContent !== words) connection.textContent = words
}

const load = async () => {
  const response = await fetch(location.pathname + location.search, { cache: 'no-store' })
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html')
  const focused = document.activeElement?.id
  document.getElementById('content').replaceWith(fresh.getElementById('content'))
  if (focused) document.getElementById(focused)?.focus()
}

let isLoading = false
let isStale = false

/** One load at a time; what changes meanwhile is loaded after it. */
const refresh = async () => {
  isStale = true
  if (isLoading) return
  isLoading = true
  try {
    while (isStale) {
      isStale = false
      await load()
      await new Promise((resolve) => setTimeout(resolve, fewestMsBetweenLoads))
    }
  } catch {
    // The connection says so itself, and loads again once it is back.
  } finally {
    isLoading = false
  }
}

const connect = (retryMs) => {
  const socket = new WebSocket(`ws://${location.host}/rpc`, 'securatlas.json')
  let lastId = 0
  let usedAccount
  let isUp = false
  const call = (type, path, ...input) => socket.send(JSON.stringify([++lastId, type, path, ...input]))
  /** Events of an account reach a connection that works in it. */
  const update = async () => {
    await refresh()
    const { account } = document.getElementById('content').dataset
    if (account === undefined || account === usedAccount || socket.readyState !== WebSocket.OPEN) return
    usedAccount = account
    call('mutation', 'accounts.use', { accountId: account })
  }
  socket.addEventListener('open', () => call('subscription', 'events'))
  socket.addEventListener('message', (event) => {
    const [id, type, value] = JSON.parse(event.data)
    if (type === 'started') {
      isUp = true
      say('Connected. Changes appear as they are saved.')
    }
    // The subscription is the first call: without it nothing would be heard.
    if (id === 1 && (type === 'end' || type === 'error')) socket.close()
    else if (type !== 'data' || shownEvents.has(value.type)) void update()
  })
  socket.addEventListener('close', () => {
    say('Connection lost, trying again.')
    const next = isUp ? 250 : Math.min(retryMs * 2, longestRetryMs)
    setTimeout(() => connect(next), next)
  })
}

connect(250)
