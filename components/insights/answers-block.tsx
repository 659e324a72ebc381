import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { late } from "@/components/ui/late";
import { Skeleton } from "@/components/ui/skeleton";
import type { AnswersInsight } from "@/lib/domain/insights/answers";
import { insightQuery } from "@/lib/queries/insights";
import { Block } from "./block";
import { useInsights } from "./insight-context";
import { OpenLink } from "./open-link";
import { tableClass } from "./table-class";
import { useFigureWords } from "./use-figure-words";

/** The library that draws it is read with the first chart, and on no other page. */
const AnswerChart = late(
  () => import("./answer-chart").then((file) => file.AnswerChart),
  <Skeleton className="h-56 w-full" />,
);

/** How long leads waited, day by day: drawn, or as a table. */
export function AnswersBlock() {
  const t = useTranslations("insights");
  const { filters } = useInsights();
  const query = useQuery(insightQuery("answers", filters));
  const [isTable, setTable] = useState(false);
  return (
    <Block
      title={t("chart.title")}
      definition={t("figure.answers.definition")}
      query={query}
      emptyWords={({ now }) => (now.count === 0 ? t("empty") : null)}
      aside={
        <Button variant="link" size="sm" onClick={() => setTable(!isTable)}>
          {t(isTable ? "chart.asChart" : "chart.asTable")}
        </Button>
      }
    >
      {({ days }) => (
        <>
          {isTable ? null : <AnswerChart days={days} />}
          <div className={isTable ? cn(tableClass.frame, "max-h-80 overflow-y-auto") : "sr-only"}>
            <DaysTable days={days} isShown={isTable} />
          </div>
        </>
      )}
    </Block>
  );
}

/** Where it is not shown it is read out in place of the chart, whose links would take the keyboard to what nobody sees. */
function DaysTable({ days, isShown }: Pick<AnswersInsight, "days"> & { isShown: boolean }) {
  const t = useTranslations("insights.chart");
  const words = useFigureWords();
  return (
    <table className={tableClass.table}>
      <caption className="sr-only">{t("title")}</caption>
      <thead className={tableClass.head}>
        <tr>
          {(["day", "answers", "median", "p90", "before"] as const).map((head) => (
            <th key={head} scope="col">
              {t(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {days.map(({ day, figure, beforeMs }) => (
          <tr key={day} className={tableClass.row}>
            <th scope="row">{words.longDay(day)}</th>
            <td>
              {isShown ? (
                <OpenLink figure={{ block: "answers", key: `day:${day}` }} count={figure.count}>
                  {words.number(figure.count)}
                </OpenLink>
              ) : (
                words.number(figure.count)
              )}
            </td>
            <td>{words.workingTime(figure.medianMs)}</td>
            <td>{words.workingTime(figure.p90Ms)}</td>
            <td>{words.workingTime(beforeMs)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
