import { ChevronsUpDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { useViewer } from "@/components/inbox/viewer";
import { Avatar } from "@/components/ui/avatar";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { MessageView } from "@/lib/domain/message-view";
import { MessageTime } from "./message-time";
import { authorOf } from "./people-words";

type FoldedMessageProps = { message: MessageView; onOpen: (messageId: string) => void };

/** One older message as a line: who, the beginning, when. */
export const FoldedMessage = memo(function FoldedMessage({ message, onOpen }: FoldedMessageProps) {
  const t = useTranslations("thread");
  const { viewer } = useViewer();
  const author = authorOf(message, viewer.id);
  // A press before the page is awake would be lost.
  const isAsleep = !useHydrated();
  return (
    <button
      type="button"
      disabled={isAsleep}
      onClick={() => onOpen(message.id)}
      aria-expanded={false}
      data-message={message.id}
      className="flex h-8 w-full items-center gap-2 border-b border-line px-4 text-left -outline-offset-2 hover:bg-hover has-[+[data-reply]]:border-b-0 touch:h-control-touch"
    >
      <Avatar name={author.name} />
      <span dir="auto" className="max-w-1/3 shrink-0 truncate text-13 font-medium text-text-2">
        {author.isYou ? t("you") : author.name}
      </span>
      <span dir="auto" className="min-w-0 flex-1 truncate text-13 text-text-3">
        {beginningOf(message.visibleText || message.text)}
      </span>
      <MessageTime at={message.sentAt} isShort className="text-text-3" />
    </button>
  );
});

/** As much as the widest pane shows in a line, with a sign that there is more. */
function beginningOf(text: string): string {
  const line = text.slice(0, MOST_READ).replaceAll(/\s+/g, " ").trim();
  const signs = Array.from(line);
  return signs.length > MOST_SHOWN ? `${signs.slice(0, MOST_SHOWN).join("").trimEnd()}…` : line;
}

const MOST_READ = 2_000;
const MOST_SHOWN = 400;

/** Stands for the older messages that not even a line is drawn for. */
export function MoreMessages({ count, onShow }: { count: number; onShow: () => void }) {
  const t = useTranslations("thread.message");
  const isAsleep = !useHydrated();
  return (
    <button
      type="button"
      disabled={isAsleep}
      onClick={onShow}
      data-more
      className="flex h-6 w-full items-center gap-2 border-b border-line bg-surface-2 px-4 text-left text-11 text-text-2 -outline-offset-2 hover:bg-hover touch:h-control-touch"
    >
      <span className="flex w-6 justify-center">
        <ChevronsUpDown aria-hidden className="size-3.5 stroke-[1.75]" />
      </span>
      {t("more", { count })}
    </button>
  );
}
