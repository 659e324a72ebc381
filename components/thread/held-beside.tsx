import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, type ReactNode } from "react";
import { clockWords } from "@/components/composer/clock-words";
import { SafeHtml } from "@/components/composer/safe-html";
import type { Viewer } from "@/components/composer/saved-draft";
import { Avatar } from "@/components/ui/avatar";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { BesideView, ReplyView } from "@/lib/domain/message-view";
import { REPLY_TEXT_CLASS } from "./reply-text-class";

/** `children`: the held reply's own words. */
type HeldBesideProps = { beside: BesideView; reply: ReplyView; viewer: Viewer; now: Date; children: ReactNode };

/** A held reply and the teammate's that it is held for: side by side where there is room, else theirs above it. */
export function HeldBeside({ beside, reply, viewer, now, children }: HeldBesideProps) {
  const t = useTranslations("composer.reply");
  const locale = useLocale();
  const isHydrated = useHydrated();
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
        >
          {isHydrated ? <SafeHtml html={beside.bodyHtml} className={REPLY_TEXT_CLASS} /> : null}
        </Words>
        <Words name={reply.author.name} title={reply.isMine ? t("you") : reply.author.name} note={t("beside.held")}>
          {children}
        </Words>
      </div>
    </div>
  );
}

const FRESH_MS = 15_000;

type WordsProps = { name: string; title: string; note: string; children: ReactNode };

function Words({ name, title, note, children }: WordsProps) {
  return (
    <section aria-label={name} className="min-w-0 rounded-2 border border-line px-3 py-2">
      <p className="flex items-center gap-2 pb-1.5">
        <Avatar name={name} size="md" />
        <span dir="auto" className="min-w-0 truncate font-medium">
          {title}
        </span>
        <span className="ml-auto shrink-0 text-12 text-text-3 tabular-nums">{note}</span>
      </p>
      {children}
    </section>
  );
}
