/** Words of the frame around every screen. */
export const appTexts = {
  opening: 'Opening SecurAtlas Desktop…',
  navigation: 'Navigation',
  skipToContent: 'Skip to content',
  search: 'Search or run',
  switchClient: 'Switch client',
  practice: 'Practice',
  backToPractice: 'Practice',
  openClients: 'Open clients',
  sections: {
    dashboard: 'Dashboard',
    clients: 'Clients',
    settings: 'Settings',
    overview: 'Overview',
    activity: 'Activity',
    profile: 'Profile',
  },
  status: {
    saved: 'All changes saved on this device · no sync server set up',
    saving: 'Saving…',
    lost: 'Engine not reachable · trying again',
    encrypted: 'Encrypted on this device',
  },
  gone: {
    title: 'SecurAtlas Desktop has stopped.',
    safe: 'Everything that was saved is safe. What you have typed since still stands in its field.',
    action: 'Copy it if you need it, then close this window and open the program again.',
    actionBrowser: 'Copy it if you need it, close this window, then start the program again.',
  },
  notFound: {
    title: 'There is nothing here',
    text: 'This page does not exist, or no longer.',
    action: 'Go to the dashboard',
  },
} as const
