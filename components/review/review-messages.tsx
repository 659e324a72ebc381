import { useTranslations } from "next-intl";
import { useState } from "react";
import { useViewer } from "@/components/inbox/viewer";
import { Avatar } from "@/components/ui/avatar";
import type { ReviewView } from "@/lib/domain/review-view";

type Message = ReviewView["messages"][number];

/** The thread above the reply: the last message open, those before it folded to a line. */
export function ReviewMessages({ messages }: { messages: Message[] }) {
  const t = useTranslations("review");
  const [opened, setOpened] = useState<string[]>([]);
  const lastIn = messages.findLast(({ isOurs }) => !isOurs)?.id;
  return (
    <section aria-label={t("thread")} className="border-b border-line px-4 md:px-6">
      {messages.map((message) =>
        message.id === lastIn || opened.includes(message.id) ? (
          <OpenMessage key={message.id} message={message} />
        ) : (
          <FoldedMessage key={message.id} message={message} onOpen={() => setOpened((ids) => [...ids, message.id])} />
        ),
      )}
    </section>
  );
}

function FoldedMessage({ message: { from, text, sentAt }, onOpen }: { message: Message; onOpen: () => void }) {
  const { words } = useViewer();
  return (
    <button
      type="button"
      aria-expanded={false}
      onClick={onOpen}
      className="flex h-8 w-full items-center gap-2 border-b border-line text-left text-12 text-text-2 -outline-offset-2 last:border-0 hover:bg-hover touch:h-11"
    >
      <Avatar name={from} size="md" />
      <span className="shrink-0 text-13 text-text">{from}</span>
      <span dir="auto" className="min-w-0 flex-1 truncate">
        {text}
      </span>
      <span className="shrink-0 tabular-nums">{words.short(sentAt)}</span>
    </button>
  );
}

function OpenMessage({ message: { from, text, sentAt } }: { message: Message }) {
  const { words } = useViewer();
  return (
    <article className="border-b border-line py-3 last:border-0">
      <div className="flex items-center gap-2">
        <Avatar name={from} />
        <span dir="auto" className="min-w-0 truncate text-13 font-strong">
          {from}
        </span>
        <time dateTime={sentAt} className="ml-auto shrink-0 text-12 text-text-3 tabular-nums">
          {words.short(sentAt)}
        </time>
      </div>
      <p dir="auto" className="mt-1 max-w-measure pl-8 text-14 wrap-anywhere whitespace-pre-wrap">
        {text.trim()}
      </p>
    </article>
  );
}
