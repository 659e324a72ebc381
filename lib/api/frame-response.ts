/**
 * A document that mail is drawn in. Nothing runs in it and nothing comes from elsewhere, whatever the sanitiser may have missed.
 * @param images where pictures may come from besides the document itself (a source list of Content Security Policy)
 */
export function frameResponse(document: string, images: "'self'" | "" = ""): Response {
  const policy = [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    `img-src ${[images, "data:"].filter(Boolean).join(" ")}`,
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
    "sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox",
  ].join("; ");
  return new Response(document, {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": policy,
      "x-frame-options": "SAMEORIGIN",
      "referrer-policy": "no-referrer",
      "x-dns-prefetch-control": "off",
    },
  });
}
