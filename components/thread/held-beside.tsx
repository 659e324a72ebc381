import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, type ReactNode } from "react";
import { clockWords } from "@/components/composer/clock-words";
import { SafeHtml } from "@/components/composer/safe-html";
import type { Viewer } from "@/components/composer/saved-draft";
import { Avatar } from "@/components/ui/avatar";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { BesideView, ReplyView } from "@/lib/domain/thread-view";

type HeldBesideProps = { beside: BesideView; reply: ReplyView; viewer: Viewer; now: Date };

/** A held reply and the teammate's that it is held for: side by side where there is room, else theirs above it. */
export function HeldBeside({ beside, reply, viewer, now }: HeldBesideProps) {
  const t = useTranslations("composer.reply");
  const locale = useLocale();
  const root = useRef<HTMLDivElement>(null);
  // Who has just pressed Send is to see at once why it has not left.
  useEffect(() => {
    const isFresh = reply.isMine && Date.now() - Date.parse(reply.acceptedAt) < FRESH_MS;
    if (isFresh) root.current?.closest("article")?.scrollIntoView({ block: "nearest" });
  }, [reply.isMine, reply.acceptedAt]);
  const time = clockWords(new Date(beside.at), viewer.timeZone, now, locale).short;
  return (
    <div ref={root} className="@container px-4 pt-2.5">
      <div className="grid gap-2 @lg:grid-cols-2 @lg:gap-3">
        <Words
          name={beside.author.name}
          title={beside.author.name}
          note={t(beside.hasLeft ? "beside.answered" : "beside.planned", { time })}
          html={beside.bodyHtml}
        />
        <Words
          name={reply.author.name}
          title={reply.isMine ? t("you") : reply.author.name}
          note={t("beside.held")}
          html={reply.bodyHtml}
        />
      </div>
    </div>
  );
}

const FRESH_MS = 15_000;

type WordsProps = { name: string; title: ReactNode; note: string; html: string };

function Words({ name, title, note, html }: WordsProps) {
  const isHydrated = useHydrated();
  return (
    <section aria-label={name} className="min-w-0 rounded-2 border border-line px-3 py-2">
      <p className="flex items-center gap-2">
        <Avatar name={name} size="md" />
        <span className="min-w-0 truncate font-medium">{title}</span>
        <span className="ml-auto shrink-0 text-12 text-text-3 tabular-nums">{note}</span>
      </p>
      {isHydrated ? (
        <SafeHtml
          html={html}
          className="pt-1.5 text-13 [overflow-wrap:anywhere] [&_blockquote]:border-l-2 [&_blockquote]:border-line-2 [&_blockquote]:pl-3 [&_ol]:list-decimal [&_ol]:pl-5 [&_p+p]:mt-2 [&_ul]:list-disc [&_ul]:pl-5"
        />
      ) : null}
    </section>
  );
}
