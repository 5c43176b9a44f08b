/** Where the policy of a page differs from one installation to the next. */
export interface SecurityHeaderOptions {
  /** `sha256-…` sources of the styles that stand in documents of ours. */
  styleHashes: readonly string[];
  /** Whether browsers reach us by https. */
  https: boolean;
}

/**
 * The security headers of every answer, errors and assets included. Nothing inline is allowed but styles known by hash,
 * so the policy needs no nonce. Two choices that are not obvious: `Referrer-Policy: same-origin`, because with
 * `no-referrer` browsers send `Origin: null` with our own sign-out form (Fetch standard, "append a request Origin
 * header"); and no `upgrade-insecure-requests`, which would break loopback http.
 */
export function securityHeaders({ styleHashes, https }: SecurityHeaderOptions): Record<string, string> {
  const styleSources = ["'self'", ...styleHashes.map((hash) => `'${hash}'`)].join(' ');
  return {
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      `style-src ${styleSources}`,
      "img-src 'self' data:",
      "font-src 'self'",
      "connect-src 'self'",
      "manifest-src 'self'",
      "worker-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
      "object-src 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
    ].join('; '),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'origin-agent-cluster': '?1',
    // Everything but the built assets belongs to one person and one moment; the assets set their own.
    'cache-control': 'no-store',
    ...(https ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' } : {}),
  };
}
