import { useTranslations } from "next-intl";
import { PresenceMark } from "@/components/presence/presence-mark";
import { OutboxMark } from "@/components/thread/outbox-mark";
import { CategoryMark } from "@/components/ui/category-mark";
import { cn } from "@/components/ui/cn";
import type { PresentMember } from "@/lib/domain/presence";
import type { ThreadRow as Row } from "@/lib/domain/thread-view";
import type { DateWords } from "./date-words";
import { Subject, When } from "./row-lines";
import { Marked } from "./search-marks";

type CompactLineProps = { row: Row; present: PresentMember[] | undefined; words: DateWords; isUnread: boolean };

/** A row in one line: who, its category's mark, what it is about, who else has it open, what the outbox holds, when. */
export function CompactLine({ row, present, words, isUnread }: CompactLineProps) {
  const t = useTranslations("inbox.row");
  const { category } = row;
  return (
    <>
      <span
        dir="auto"
        className={cn("max-w-2/5 shrink-0 truncate text-13", isUnread ? "font-strong" : "font-medium text-text-2")}
      >
        <Marked part="from">{row.name}</Marked>
      </span>
      {category ? (
        <span className="flex shrink-0" title={category.name}>
          <CategoryMark sentiment={category.sentiment} hue={category.kind} />
          <span className="sr-only">{t("category", { name: category.name })}</span>
        </span>
      ) : null}
      <Subject row={row} isUnread={isUnread} className="min-w-0 flex-1" />
      {present ? <PresenceMark members={present} className="shrink-0 max-lg:[&>span]:sr-only" /> : null}
      {row.outbox ? <OutboxMark outbox={row.outbox} className="shrink-0 max-lg:[&>span]:sr-only" /> : null}
      <When row={row} words={words} isUnread={isUnread} />
    </>
  );
}
