type Answer = { nonce: string; pathname: string; secure: boolean; dev: boolean };

/**
 * Headers of every answer. Scripts run by nonce only, and nothing is loaded from or sent elsewhere.
 * Style attributes are allowed because positioned menus and virtual lists come from the server with them; style elements are not.
 * The routes of a message's frame and of a thread on paper write their own policy.
 */
export function securityHeaders({ nonce, pathname, secure, dev }: Answer): Record<string, string> {
  return {
    ...(isMailDocument(pathname)
      ? {}
      : {
          "content-security-policy": pathname.startsWith("/api/") ? NO_PAGE : policy({ nonce, dev, secure }),
          "x-frame-options": "DENY",
        }),
    "x-content-type-options": "nosniff",
    "referrer-policy": hasSecret(pathname) ? "no-referrer" : "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": isSignedFile(pathname) ? "cross-origin" : "same-origin",
    "x-robots-tag": "noindex, nofollow",
    ...(secure ? { "strict-transport-security": "max-age=31536000" } : {}),
  };
}

/** What is no page draws nothing, should a browser ever open it as one. */
const NO_PAGE = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

const isMailDocument = (pathname: string): boolean =>
  /^\/api\/(?:(?:messages\/[^/]+|replies\/preview)\/frame|threads\/[^/]+\/print)$/.test(pathname);

/** An address that is a permission by itself is told to nobody, not even to this app. */
const hasSecret = (pathname: string): boolean => /^\/(?:invitation|api\/(?:v1|calendar))\//.test(pathname);

/** Pictures of sent mail are shown by the recipients' webmail, which is elsewhere. */
const isSignedFile = (pathname: string): boolean => pathname.startsWith("/api/files/");

function policy({ nonce, dev, secure }: Omit<Answer, "pathname">): string {
  return [
    "default-src 'none'",
    // React's development build rebuilds stacks with eval; the production build does not.
    `script-src 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ""}`,
    // The development server adds its styles as elements without a nonce.
    `style-src 'self' ${dev ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${dev ? " ws:" : ""}`,
    "frame-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(secure ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}
