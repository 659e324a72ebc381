import { isOnlyRefused, type MailboxTrouble, type StoppedMailbox } from "@/lib/domain/mailbox-health";

/** Of which stops somebody knows: the mailboxes' addresses by their ids. */
export type KnownStops = Record<string, string>;

/**
 * What is to be told, once a stop and once its end, after a person who knows of `known` sees how the mailboxes stand. What is read
 * on and may not send is told apart. A mailbox that was disabled or removed meanwhile is told of no more.
 */
export function mailboxNotices(
  known: KnownStops,
  { mailboxes, connected }: MailboxTrouble,
): { stopped: StoppedMailbox[]; refused: StoppedMailbox[]; back: string[]; known: KnownStops } {
  const failing = mailboxes.filter(({ state }) => state === "failing");
  const isBack = new Set(connected);
  const disabled = new Set(mailboxes.filter(({ state }) => state === "disabled").map(({ id }) => id));
  // One that is neither connected nor failing is being tried: what was told of it still stands.
  const stillKnown = Object.entries(known).filter(([id]) => !isBack.has(id) && !disabled.has(id));
  const news = failing.filter(({ id }) => !(id in known));
  return {
    stopped: news.filter((mailbox) => !isOnlyRefused(mailbox)),
    refused: news.filter(isOnlyRefused),
    back: Object.entries(known).flatMap(([id, address]) => (isBack.has(id) ? [address] : [])),
    known: Object.fromEntries([...stillKnown, ...failing.map(({ id, address }) => [id, address])]) as KnownStops,
  };
}

const KEY = "threadwell-mailbox-stops";

/** What was told of in this browser, to this person. */
export function readKnownStops(personId: string): KnownStops {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(`${KEY}-${personId}`) ?? "{}");
    return typeof kept === "object" && kept !== null ? (kept as KnownStops) : {};
  } catch {
    return {};
  }
}

export function keepKnownStops(personId: string, known: KnownStops): void {
  try {
    localStorage.setItem(`${KEY}-${personId}`, JSON.stringify(known));
  } catch {
    // A browser that keeps nothing tells of the stop again at the next load.
  }
}
