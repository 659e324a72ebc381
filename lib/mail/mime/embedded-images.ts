import { createHash } from "node:crypto";

type EmbeddedImage = { fileName: string; contentType: string; content: Buffer; contentId: string };

/**
 * Pulls `data:` pictures out of HTML, since Gmail and Outlook show only `cid:` parts. The same picture is carried once.
 * @param domain stands behind the @ of each new Content-ID
 */
export function embedImages(html: string, domain: string): { html: string; images: EmbeddedImage[] } {
  const images = new Map<string, EmbeddedImage>();
  const rewritten = html.replace(DATA_IMAGE, (_whole, type: string, base64: string) => {
    const content = Buffer.from(base64, "base64");
    const hash = createHash("sha256").update(content).digest("hex").slice(0, 24);
    const contentId = `${hash}@${domain}`;
    const kind = type.toLowerCase().replace("jpg", "jpeg");
    if (!images.has(contentId)) {
      const fileName = `image-${images.size + 1}.${kind === "jpeg" ? "jpg" : kind}`;
      images.set(contentId, { fileName, contentType: `image/${kind}`, content, contentId });
    }
    return `src="cid:${contentId}"`;
  });
  return { html: rewritten, images: [...images.values()] };
}

/** Takes the address from pictures whose `cid:` part does not travel along, so that no client draws a broken one. */
export function withoutMissingImages(html: string, contentIds: ReadonlySet<string>): string {
  return html.replace(/<img\b[^<>]*\bsrc="cid:([^"]*)"[^<>]*>/giu, (picture: string, contentId: string) =>
    contentIds.has(decoded(contentId)) ? picture : "",
  );
}

const DATA_IMAGE = /\bsrc="data:image\/(png|jpe?g|gif|webp);base64,([a-z0-9+/=]+)"/giu;

function decoded(contentId: string): string {
  try {
    return decodeURIComponent(contentId.replaceAll("&amp;", "&"));
  } catch {
    return contentId;
  }
}
