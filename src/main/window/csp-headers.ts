const APP_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "worker-src 'self'",
  "connect-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types roadbook-worker',
].join('; ')

const PRINT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

/** The headers of every answer: the app may run and show only what it brought along itself. */
export function cspHeaders(document: 'app' | 'print', type: string): Record<string, string> {
  return {
    'Content-Type': type,
    'Content-Security-Policy': document === 'app' ? APP_POLICY : PRINT_POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
  }
}
