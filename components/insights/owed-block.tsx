import { useQuery } from "@tanstack/react-query";
import { CircleDashed } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { Avatar } from "@/components/ui/avatar";
import { CategoryMark } from "@/components/ui/category-mark";
import { cn } from "@/components/ui/cn";
import type { InsightThread } from "@/lib/domain/insights/insight-blocks";
import { OWED_KEY, OWED_MS } from "@/lib/domain/insights/waiting";
import { insightQuery } from "@/lib/queries/insights";
import { threadPath } from "@/lib/url/paths";
import { Block } from "./block";
import { useInsights } from "./insight-context";
import { OpenLink } from "./open-link";
import { useFigureWords } from "./use-figure-words";

const SOON_MS = 3_600_000;

/** Who waits past what is owed, or is closest to it. */
export function OwedBlock() {
  const t = useTranslations("insights");
  const { filters } = useInsights();
  const query = useQuery(insightQuery("waiting", filters));
  const owed = query.data?.owed ?? 0;
  return (
    <Block
      title={t("owed.title")}
      definition={t("owed.definition")}
      query={query}
      emptyWords={({ count }) => (count === 0 ? t("owed.nobody") : null)}
      aside={
        owed > 0 ? (
          <OpenLink figure={{ block: "waiting", key: OWED_KEY }} count={owed} className="text-12 text-accent-text">
            {t("owed.all", { count: owed })}
          </OpenLink>
        ) : null
      }
    >
      {({ list }) => (
        <ul className="border-t border-line-2">
          {list.map((thread) => (
            <OwedRow key={thread.threadId} thread={thread} />
          ))}
        </ul>
      )}
    </Block>
  );
}

function OwedRow({ thread }: { thread: InsightThread }) {
  const t = useTranslations("insights");
  const words = useFigureWords();
  const left = OWED_MS - (thread.tookMs ?? 0);
  return (
    <li className="border-b border-line">
      <Link
        href={threadPath(thread.threadId)}
        prefetch={false}
        className="flex items-center gap-2 py-1.5 text-12 -outline-offset-2 hover:bg-hover"
      >
        <span className="min-w-0 flex-1">
          <span className="flex gap-1.5">
            <span dir="auto" className="truncate font-medium">
              {thread.name}
            </span>
            <span dir="auto" className="truncate text-text-2">
              {thread.company}
            </span>
          </span>
          <span className="flex items-center gap-1 text-11 text-text-2">
            <CategoryMark sentiment={thread.category?.sentiment ?? "neutral"} hue={thread.category?.kind ?? "none"} />
            <span className="truncate">{thread.category?.name ?? t("uncategorised")}</span>
          </span>
        </span>
        <span
          className={cn("shrink-0 tabular-nums", left < 0 ? "text-bad" : left < SOON_MS ? "text-warn" : "text-text-2")}
        >
          {left < 0
            ? t("owed.over", { time: words.workingTime(-left) })
            : t("owed.left", { time: words.workingTime(left) })}
        </span>
        {thread.assignee ? (
          <>
            <Avatar name={thread.assignee.name} size="md" />
            <span className="sr-only">{thread.assignee.name}</span>
          </>
        ) : (
          <>
            <CircleDashed aria-hidden className="size-5 shrink-0 text-text-3" />
            <span className="sr-only">{t("nobodys")}</span>
          </>
        )}
      </Link>
    </li>
  );
}
