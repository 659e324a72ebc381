import { useLocale, useTranslations } from "next-intl";
import { clockWords } from "@/components/composer/clock-words";
import { useViewer } from "@/components/inbox/viewer";
import { cn } from "@/components/ui/cn";
import { Spinner } from "@/components/ui/spinner";
import type { OutboxMark as Mark } from "@/lib/domain/thread-view";
import { REPLY_LOOKS } from "./reply-look";
import { outboxKind } from "./reply-state-kind";

/** What the outbox holds for a thread, in a list's row: the icon of the state and its first words. It stands inside ViewerProvider. */
export function OutboxMark({ outbox, className }: { outbox: Mark; className?: string }) {
  const t = useTranslations("inbox.outboxMark");
  const locale = useLocale();
  const { viewer, now } = useViewer();
  const kind = outboxKind(outbox, now);
  if (!kind) return null;
  const { icon: Icon, tone } = REPLY_LOOKS[kind];
  const time = clockWords(new Date(outbox.at), viewer.timeZone, now, locale).short;
  return (
    <span
      data-outbox={kind}
      className={cn(
        "inline-flex min-w-0 items-center gap-1 text-11 tabular-nums [&>svg]:size-3 [&>svg]:shrink-0 [&>svg]:stroke-2",
        tone || "text-text-2",
        className,
      )}
    >
      {Icon ? <Icon aria-hidden /> : <Spinner />}
      <span className="truncate">
        {outbox.chain ? t("step", { what: t(kind, { time }), ...outbox.chain }) : t(kind, { time })}
      </span>
    </span>
  );
}
