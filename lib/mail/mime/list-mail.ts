import type { ParsedMessage } from "./parsed-message";

/**
 * Whether a message is a newsletter or went through a mailing list (RFC 2369, RFC 2919). Some mail systems add
 * List-Unsubscribe to what one person writes to another; an answer with nothing else of a list about it is no list mail.
 */
export function isListMail({
  headers,
  inReplyTo,
  references,
}: Pick<ParsedMessage, "headers" | "inReplyTo" | "references">): boolean {
  const valueOf = (name: string) =>
    headers
      .find((header) => header.name === name)
      ?.value.trim()
      .toLowerCase() ?? "";
  const has = (name: string) => valueOf(name) !== "";

  const isBulk = /^(?:bulk|list|junk)\b/u.test(valueOf("precedence"));
  if (has("list-id") || has("mailing-list") || has("x-mailing-list")) return true;
  if (has("list-post") && valueOf("list-post") !== "no") return true;
  if (!has("list-unsubscribe")) return false;
  return isBulk || has("list-unsubscribe-post") || inReplyTo.length + references.length === 0;
}
