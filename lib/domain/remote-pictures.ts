import { attributeIn } from "./attribute-in";

/** Why a message's pictures from other servers are shown to somebody: they asked for it, or for all of this sender, or always. */
export type PictureConsent = "message" | "sender" | "always";

/** What is known of a message's pictures on other servers. */
export type PicturesView = {
  /** How many wait or are shown; small or hidden ones are trackers, which are never loaded. */
  remote: number;
  trackers: number;
  /** Why they are shown; null while they are not. */
  consent: PictureConsent | null;
};

type Wishes = { isJunk: boolean; message: boolean; sender: boolean; always: boolean };

/** What lets pictures be loaded. In what lay in Junk, a wish for all mail or for a sender counts for nothing: anybody may write his name. */
export function pictureConsentOf({ isJunk, message, sender, always }: Wishes): PictureConsent | null {
  if (message) return "message";
  if (isJunk) return null;
  return sender ? "sender" : always ? "always" : null;
}

/** From so many addresses of a message pictures are loaded at most: a hostile one names thousands. */
export const MAX_REMOTE_PICTURES = 200;

/** The addresses of pictures on other servers that may be loaded, from HTML as the sanitiser writes it, each once: the first ones. */
export function remotePicturesOf(html: string): string[] {
  const found = new Set<string>();
  for (const [, , address = ""] of html.matchAll(HELD)) {
    found.add(plainAttribute(address));
    if (found.size === MAX_REMOTE_PICTURES) break;
  }
  return [...found];
}

/** Gives pictures on other servers an address to be drawn from. @param addressOf from the remote address; null leaves one held back */
export function withRemotePictures(html: string, addressOf: (url: string) => string | null): string {
  return html.replaceAll(HELD, (tag, before: string, held: string) => {
    const address = addressOf(plainAttribute(held));
    return address === null ? tag : `${before} src="${address}"`;
  });
}

const HELD = new RegExp(attributeIn("img", "data-remote-src"), "gi");

/** The sanitiser writes `&`, `<`, `>` and `"` of a value as these. */
export const plainAttribute = (value: string): string =>
  value.replaceAll(/&(amp|lt|gt|quot|#39);/g, (_whole, name: string) => PLAIN[name] ?? "");

const PLAIN: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
