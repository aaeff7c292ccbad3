/** The headers of everything that the page is made of, on every host: nothing is cached, framed, sniffed or loaded from elsewhere. */

/**
 * Pictures may also be made by the page: a logo that was just chosen, the preview of a file. `socket` is the one
 * address that the page may call, where its calls do not travel over a message port.
 */
export const pageHeaders = (socket?: string): Readonly<Record<string, string>> => ({
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data: blob:",
    ...(socket === undefined ? [] : [`connect-src ${socket}`]),
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
})
