/**
 * The word by which somebody says in a message that a file is attached, as it stands there; null when nobody says so. Words of
 * several languages, since leads are answered in theirs.
 * @param text the person's own words, without quote and signature
 */
export function promisedFile(text: string): string | null {
  const words = text.replace(/\s+/gu, " ");
  for (const promise of PROMISES) {
    const found = promise.exec(words);
    if (found) return found[0].trim();
  }
  return null;
}

// A word of its own: "unattached" and "attachment theory" are no promise, "I've attached" is.
const word = (pattern: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, "iu");

const PROMISES = [
  word(
    "attached(?! to)|(?:see|find|in|have) (?:the |my |our )?(?:attachments?|enclosed)|(?:i|we) attach|attaching|pfa|(?:i|we)(?:['’]ve| have) enclosed|enclosed (?:is|are|you|please)",
  ),
  word(
    "anbei|beiliegend|anhängend|im anhang|in der anlage|siehe (?:anhang|anlage)|(?:beigefügt|beigelegt|angehängt|angefügt)(?:e[mnrs]?)?|als anhang|(?:hänge|füge) ich (?:\\p{L}+ ){0,4}an",
  ),
  word("ci-joint(?:e|s|es)?|pièces? jointes?|je (?:vous |te )?joins|en annexe"),
  word("adjunt(?:o|a|os|as|amos)|en (?:el )?adjunto"),
  word("in allegato|allegat[oaie]|allego"),
  word("em anexo|anexad[oa]s?|segue anexo|anexo(?= (?:o|a|os|as))"),
  word("(?:in de )?bijlage|bijgevoegd|bijgaand"),
  word("w załączeniu|w załączniku|załącza(?:m|my)"),
  word("bifoga(?:r|t|d|de)|vedlagt|vedhæftet|vedlegg(?:er|et)"),
  word("ekte(?:ki)?|ekli|во вложении|прилага(?:ю|ем)"),
];
