// No `<` outside quotes, so that a run of unclosed tags costs no more than its length.
const TAG = /<img\b(?:[^<>"']|"[^"]*"|'[^']*')*>/gi;
// Only from its first letter on is a name one: else a long name without a value costs its length squared.
const ATTRIBUTE = /(?<![^\s"'<>/=])([^\s"'<>/=]+)(\s*=\s*)("[^"]*"|'[^']*'|[^\s"'=<>`]+)/g;
const UPLOAD = /^\/api\/uploads\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

/**
 * Ids of the uploads that a body shows as images, in order and each once. The composer writes them as
 * `<img src="/api/uploads/<id>">`; with `appUrl`, addresses of that origin count as well.
 */
export function inlineUploadsOf(html: string, appUrl = ""): string[] {
  const found = new Set<string>();
  replaceSources(html, (source) => {
    const id = uploadOf(source, appUrl);
    if (id) found.add(id);
    return source;
  });
  return [...found];
}

/** The body as it leaves: own uploads that `contentIdOf` knows are shown by their `cid:` part (RFC 2392), all else stays. */
export function withInlineParts(
  html: string,
  contentIdOf: (uploadId: string) => string | undefined,
  appUrl = "",
): string {
  return replaceSources(html, (source) => {
    const id = uploadOf(source, appUrl);
    const contentId = id && contentIdOf(id);
    return contentId ? `cid:${contentId}` : source;
  });
}

/** A sent body as it can be written on: its `cid:` pictures shown from the uploads that they were, all else stays. */
export function withRestoredUploads(html: string, uploadIdOf: (contentId: string) => string | undefined): string {
  return replaceSources(html, (source) => {
    const uploadId = source.startsWith("cid:") ? uploadIdOf(source.slice("cid:".length)) : undefined;
    return uploadId ? `/api/uploads/${uploadId}` : source;
  });
}

/** A sent body for who takes no parts: each `cid:` picture shown from the address that `addressOf` gives, all else stays. */
export const withPictureAddresses = (html: string, addressOf: (contentId: string) => string | undefined): string =>
  replaceSources(html, (source) =>
    source.startsWith("cid:") ? (addressOf(source.slice("cid:".length)) ?? source) : source,
  );

function uploadOf(source: string, appUrl: string): string | null {
  const path = appUrl && source.startsWith(`${appUrl}/`) ? source.slice(appUrl.length) : source;
  return UPLOAD.exec(path)?.[1]?.toLowerCase() ?? null;
}

function replaceSources(html: string, change: (source: string) => string): string {
  return html.replace(TAG, (tag) =>
    tag.replace(ATTRIBUTE, (whole, name: string, equals: string, quoted: string) => {
      if (name.toLowerCase() !== "src") return whole;
      const quote = /^["']/.exec(quoted)?.[0] ?? "";
      const source = quote ? quoted.slice(1, -1) : quoted;
      const changed = change(source);
      return changed === source ? whole : `${name}${equals}${quote || '"'}${changed}${quote || '"'}`;
    }),
  );
}
