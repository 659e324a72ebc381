import type { MessageView } from "@/lib/domain/message-view";

type Foldable = Pick<MessageView, "id" | "direction" | "isUnread" | "isAutomatic">;

/** What the thread draws for one message or a run of them: a card, a folded line, or a line that stands for several. */
export type ThreadPart<Message> =
  | { kind: "open"; message: Message }
  | { kind: "folded"; message: Message }
  | { kind: "more"; key: string; messages: Message[] };

/** Of a run of folded messages so many are shown as lines before the rest becomes one. */
const LINES = 2;

/**
 * The messages that are open when a thread is opened: all unread ones, the newest, the newest of a person on their side,
 * and what that one answered.
 */
export function openedAtFirst(messages: Foldable[]): Set<string> {
  const opened = new Set(messages.filter(({ isUnread }) => isUnread).map(({ id }) => id));
  const newest = messages.at(-1);
  const answer = messages.findLastIndex(({ direction, isAutomatic }) => direction === "in" && !isAutomatic);
  for (const message of [newest, messages[answer], messages[answer - 1]]) if (message) opened.add(message.id);
  return opened;
}

/** Cuts a thread into what is drawn. One message is never hidden behind a line of its own; a note ends its run. */
export function threadParts<Message extends { id: string }>(
  messages: Message[],
  isOpen: (id: string) => boolean,
  isUnfolded: (key: string) => boolean,
  hasNotes: (id: string) => boolean = () => false,
): ThreadPart<Message>[] {
  const parts: ThreadPart<Message>[] = [];
  let run: Message[] = [];
  const endRun = () => {
    const key = run[0]?.id ?? "";
    const shown = run.length <= LINES + 1 || isUnfolded(key) ? run : run.slice(0, LINES);
    parts.push(...shown.map((message) => ({ kind: "folded", message }) as const));
    if (shown.length < run.length) parts.push({ kind: "more", key, messages: run.slice(LINES) });
    run = [];
  };
  for (const message of messages) {
    if (!isOpen(message.id)) {
      run.push(message);
      if (hasNotes(message.id)) endRun();
      continue;
    }
    endRun();
    parts.push({ kind: "open", message });
  }
  endRun();
  return parts;
}

/** The message that is to be in view when a thread is opened: the first unread one, else the newest. */
export function anchorOf(messages: Foldable[]): string | null {
  return (messages.find(({ isUnread }) => isUnread) ?? messages.at(-1))?.id ?? null;
}
