/** What a reply's headers are made from: the parent's own ids, without angle brackets. */
export type ThreadHeaders = { messageId: string; references: readonly string[]; inReplyTo: readonly string[] };

/**
 * References of a reply: the parent's chain and the parent itself (RFC 5322 §3.6.4). A parent without References lends
 * its In-Reply-To if that is a single id. When too long, the second and following go; the first and the newest stay.
 */
export function referencesFor(parent: ThreadHeaders): string[] {
  const lent = parent.inReplyTo.length === 1 ? parent.inReplyTo : [];
  const chain = (parent.references.length > 0 ? parent.references : lent).filter(
    (id) => isMessageId(id) && id !== parent.messageId,
  );
  return shorten([...new Set(chain), ...(isMessageId(parent.messageId) ? [parent.messageId] : [])]);
}

/** Whether an id (without angle brackets) can stand in a header: visible ASCII, no brackets, not absurdly long. */
export function isMessageId(id: string): boolean {
  return id.length <= MAX_ID && /^[\u0021-\u003b\u003d\u003f-\u007e]+$/u.test(id);
}

const MAX_ID = 900;
const MAX_REFERENCES = 30;
const MAX_CHARACTERS = 4000;

function shorten(ids: string[]): string[] {
  const [first, ...rest] = ids;
  if (first === undefined) return [];
  const kept: string[] = [];
  let room = MAX_CHARACTERS - first.length;
  for (const id of rest.reverse()) {
    room -= id.length + 3;
    // The parent is always named, however long its id is.
    if (kept.length > 0 && (room < 0 || kept.length >= MAX_REFERENCES - 1)) break;
    kept.push(id);
  }
  return [first, ...kept.reverse()];
}
