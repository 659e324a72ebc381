import { addressKey, domainOf } from "./address";
import { ownWords } from "./own-words";
import { promisedFile } from "./promised-files";
import type { ReviewedText } from "./review";
import { textTokens } from "./template-tokens";

/**
 * What the composer points out before sending, of a reply that is looked at. `firstTime`: who gets a message of the thread for the first
 * time; `outside`: those of them with a copy who are neither of the lead's company nor ours. `promised` is the word by which the text
 * says that a file is there; `isFileMissing` when none is. `braces`: variables that leave as they stand.
 */
export type ReplyChecks = {
  firstTime: string[];
  outside: string[];
  promised: string | null;
  isFileMissing: boolean;
  braces: string[];
};

type Around = {
  /** `addressKey`s of who took part in the thread. */
  known: ReadonlySet<string>;
  /** Domains of the lead and of our own mailboxes. */
  inside: ReadonlySet<string>;
};

export function replyChecks(
  { to, cc, bcc, bodyHtml, attachments }: ReviewedText,
  { known, inside }: Around,
): ReplyChecks {
  const words = ownWords(bodyHtml);
  const promised = promisedFile(words);
  const isNew = (address: string) => !known.has(addressKey(address));
  const copies = [...cc, ...bcc].map(({ address }) => address).filter(isNew);
  const outside = copies.filter((address) => !inside.has(domainOf(address)));
  const variables = textTokens(words).filter(({ kind }) => kind === "variable");
  return {
    firstTime: [...to.map(({ address }) => address).filter(isNew), ...copies].filter(
      (address) => !outside.includes(address),
    ),
    outside,
    promised,
    isFileMissing: promised !== null && attachments.length === 0,
    braces: [...new Set(variables.flatMap((token) => (token.kind === "variable" ? [token.name] : [])))],
  };
}
