/** What people are told beside a recovery key, whichever command makes it. */
export const recoveryKeyNote = `Print the recovery key or write it down, and keep it away from this machine: it is shown only now.
It opens the account when the passphrase is forgotten. Without passphrase and recovery key the data is lost.`
