import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { CategoryMark } from "@/components/ui/category-mark";
import { cn } from "@/components/ui/cn";
import type { CategoriesInsight, CategoryWeek } from "@/lib/domain/insights/insight-blocks";
import type { CategoryKind, CategoryView } from "@/lib/domain/thread-view";
import { insightQuery } from "@/lib/queries/insights";
import { Block } from "./block";
import { useInsights } from "./insight-context";
import { OpenLink } from "./open-link";
import { useFigureWords } from "./use-figure-words";

const FILLS: Record<CategoryKind, string> = {
  interested: "bg-cat-interested text-surface",
  meeting: "bg-cat-meeting text-surface",
  info: "bg-cat-info text-surface",
  ooo: "bg-cat-ooo text-surface",
  wrong: "bg-cat-wrong text-surface",
  not: "bg-cat-not text-surface",
  dnc: "bg-cat-dnc text-surface",
  bounce: "bg-cat-bounce text-surface",
  none: "bg-pressed text-text",
};

/** Which categories the replies of each week held: a bar a week, as long as there were threads. */
export function WeeksBlock() {
  const t = useTranslations("insights");
  const { filters } = useInsights();
  return (
    <Block
      title={t("weeks.title")}
      definition={t("weeks.definition")}
      query={useQuery(insightQuery("categories", filters))}
      emptyWords={({ weeks }) => (weeks.every(({ total }) => total === 0) ? t("empty") : null)}
    >
      {(data) => <Weeks {...data} />}
    </Block>
  );
}

function Weeks({ categories, weeks }: CategoriesInsight) {
  const t = useTranslations("insights");
  const known = new Map(categories.map((category) => [category.id, category]));
  const used = new Set(weeks.flatMap(({ counts }) => counts.map(({ categoryId }) => categoryId)));
  const none = { id: "", name: t("uncategorised"), kind: "none", sentiment: "neutral" } as const;
  const most = Math.max(...weeks.map(({ total }) => total));
  return (
    <>
      <ul className="flex flex-col gap-1.5">
        {weeks.map((week) => (
          <WeekRow key={week.day} week={week} most={most} categoryOf={(id) => known.get(id ?? "") ?? none} />
        ))}
      </ul>
      <ul className="mt-2.5 flex flex-wrap gap-x-4 gap-y-1 text-11 text-text-2">
        {[...categories.filter(({ id }) => used.has(id)), ...(used.has(null) ? [none] : [])].map((category) => (
          <li key={category.id} className="inline-flex items-center gap-1">
            <CategoryMark sentiment={category.sentiment} hue={category.kind} />
            {category.name}
          </li>
        ))}
      </ul>
    </>
  );
}

type WeekProps = { week: CategoryWeek; most: number; categoryOf: (id: string | null) => CategoryView };

function WeekRow({ week, most, categoryOf }: WeekProps) {
  const words = useFigureWords();
  const { day, total, counts } = week;
  return (
    <li className="flex items-center gap-2 text-11">
      <span className="w-12 shrink-0 text-text-2">{words.shortDay(day)}</span>
      <span className="min-w-0 flex-1 overflow-x-auto">
        <span className="flex h-6 min-w-min gap-px" style={{ width: `${(100 * total) / most}%` }}>
          {counts.map(({ categoryId, count }) => {
            const { name, kind } = categoryOf(categoryId);
            return (
              <OpenLink
                key={categoryId}
                figure={{ block: "categories", key: `${day}:${categoryId ?? "none"}` }}
                count={count}
                label={`${name}: ${count}`}
                className={cn(
                  "flex min-w-6 basis-0 items-center overflow-hidden px-1 tabular-nums forced-color-adjust-none",
                  FILLS[kind],
                )}
                grow={count}
              >
                <span aria-hidden className={cn(count / most < 0.06 && "invisible")}>
                  {count}
                </span>
              </OpenLink>
            );
          })}
        </span>
      </span>
      <span className="w-8 shrink-0 text-right tabular-nums">
        <OpenLink figure={{ block: "categories", key: day }} count={total}>
          {words.number(total)}
        </OpenLink>
      </span>
    </li>
  );
}
