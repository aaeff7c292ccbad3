/** The pages for those who are not let in: static, without a script and without anything that somebody else wrote. */

type Message = {
  readonly heading: string
  readonly sentences: readonly string[]
}

export const notSignedInPage = (): string =>
  renderMessage({
    heading: 'Not signed in',
    sentences: [
      'This page is only for the person who started the program. Everything in it is saved and encrypted.',
      'Open the address that the program printed when it started. It works once: if it was used already, go on in ' +
        'the window that it opened, or start the program again for a new address.',
    ],
  })

export const refusedPage = (reason: string): string => renderMessage({ heading: 'Refused', sentences: [reason] })

/** The words are ours alone, so nothing in them has to be escaped. */
const renderMessage = ({ heading, sentences }: Message): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>SecurAtlas Desktop</title>
    <link rel="icon" href="/icon.svg" />
    <link rel="stylesheet" href="/pages.css" />
  </head>
  <body>
    <main>
      <h1>${heading}</h1>
      ${sentences.map((sentence) => `<p>${sentence}</p>`).join('\n      ')}
    </main>
  </body>
</html>
`
