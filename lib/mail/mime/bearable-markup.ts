import { Parser } from "htmlparser2";

/**
 * Whether parsers get through HTML in bearable time: each tag costs them the depth at which it stands, also an end tag that ends
 * nothing. Only what is left open by the parser's own rules is deep: an end tag in a comment or a script ends nothing.
 */
export function isBearableMarkup(html: string): boolean {
  if (html.length > MAX_LENGTH) return false;
  const tags = html.split("<").length;
  const deepest = MAX_WORK / tags;
  if (tags <= deepest) return true;
  try {
    let depth = 0;
    const parser = new Parser({
      onopentagname() {
        if (++depth > deepest) throw new TooDeep();
      },
      onclosetag: () => void depth--,
    });
    parser.end(html);
    return true;
  } catch (error) {
    if (error instanceof TooDeep) return false;
    throw error;
  }
}

class TooDeep extends Error {}

const MAX_LENGTH = 4_000_000;
const MAX_WORK = 100_000_000;
