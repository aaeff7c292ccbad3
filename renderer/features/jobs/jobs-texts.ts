/** Words for jobs. */
export const jobsTexts = {
  title: 'Jobs',
  running: {
    importClients: 'Importing clients',
    changeClients: 'Changing clients',
    undoChanges: 'Undoing changes to clients',
    sample: 'Making the sample practice',
    doctor: 'Checking every file',
    rotateKeys: 'Giving every file a new key',
    applyBands: 'Applying the score bands',
    fillSearch: 'Preparing the search',
    handOver: 'Handing a client over',
    takeOver: 'Taking a client over',
  },
  progress: '{{words}}, {{done}} of {{total}}',
  share: '{{words}}, {{share}}',
  state: { running: 'Running', done: 'Done', failed: 'Failed', cancelled: 'Cancelled' },
  cancel: 'Cancel',
  close: 'Close',
  none: 'No jobs in this session.',
} as const
