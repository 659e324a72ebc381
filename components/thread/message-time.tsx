import { useTranslations } from "next-intl";
import { useViewer } from "@/components/inbox/viewer";
import { cn } from "@/components/ui/cn";
import { minutesAgo } from "./minutes-ago";

/** When a message was sent: minutes ago within the hour, then clock and date; to the second on hovering. */
export function MessageTime({ at, isShort = false, className }: { at: string; isShort?: boolean; className?: string }) {
  const t = useTranslations("thread.message");
  const { words, now } = useViewer();
  const minutes = minutesAgo(at, now);
  const date = isShort ? words.short(at) : words.precise(at);
  return (
    <time
      dateTime={at}
      title={words.exact(at)}
      suppressHydrationWarning
      className={cn("shrink-0 text-12 tabular-nums", className)}
    >
      {minutes === null ? date : minutes === 0 ? t("justNow") : t("minutesAgo", { minutes })}
    </time>
  );
}
