/** Words of the frame around every screen. */
export const appTexts = {
  opening: 'Opening SecurAtlas Desktop…',
  navigation: 'Navigation',
  skipToContent: 'Skip to content',
  search: 'Search or run',
  switchClient: 'Switch client',
  notifications: 'Notifications',
  practice: 'Practice',
  backToPractice: 'Practice',
  openClients: 'Open clients',
  sections: {
    dashboard: 'Dashboard',
    clients: 'Clients',
    settings: 'Settings',
    overview: 'Overview',
    activity: 'Activity',
  },
  status: {
    saved: 'All changes saved on this device · no sync server set up',
    saving: 'Saving…',
    lost: 'Engine not reachable · trying again',
    encrypted: 'Encrypted on this device',
  },
  notFound: {
    title: 'There is nothing here',
    text: 'This page does not exist, or no longer.',
    action: 'Go to the dashboard',
  },
} as const
