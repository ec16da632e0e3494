/**
 * The Content-Security-Policy that Watchbill runs under: in preview, in the end-to-end tests, and in what a server in
 * front of the build should send. Only the app's own worker script may become a trusted URL (policy `watchbill`).
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types watchbill',
].join('; ')

export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
}

/** The same where people sign in: the page asks the provider for tokens. `provider` is its origin. */
export const headersWithSignIn = (provider: string): Readonly<Record<string, string>> => ({
  ...securityHeaders,
  'content-security-policy': contentSecurityPolicy.replace("connect-src 'self'", `connect-src 'self' ${provider}`),
})
