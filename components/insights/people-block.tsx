import { useQuery } from "@tanstack/react-query";
import { CircleDashed } from "lucide-react";
import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import type { PersonFigures } from "@/lib/domain/insights/insight-blocks";
import { insightQuery } from "@/lib/queries/insights";
import { Block } from "./block";
import { useInsights } from "./insight-context";
import { OpenLink } from "./open-link";
import { tableClass } from "./table-class";
import { useFigureWords } from "./use-figure-words";

const HEADS = ["answered", "median", "p90", "positive", "unanswered", "missed"] as const;

/** The figures person by person, for who leads a team. */
export function PeopleBlock() {
  const t = useTranslations("insights");
  const { filters } = useInsights();
  return (
    <Block
      title={t("peopleTable.title")}
      definition={t("peopleTable.definition")}
      query={useQuery(insightQuery("people", filters))}
    >
      {({ people }) => {
        const most = Math.max(1, ...people.map(({ answers }) => answers.count));
        return (
          <div className={tableClass.frame}>
            <table className={tableClass.table}>
              <thead className={tableClass.head}>
                <tr>
                  <th scope="col">{t("peopleTable.person")}</th>
                  {HEADS.map((head) => (
                    <th key={head} scope="col">
                      {head === "p90" ? t("chart.p90") : t(`peopleTable.${head}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {people.map((figures) => (
                  <PersonRow key={figures.person?.id ?? "none"} figures={figures} most={most} />
                ))}
              </tbody>
            </table>
          </div>
        );
      }}
    </Block>
  );
}

function PersonRow({ figures, most }: { figures: PersonFigures; most: number }) {
  const t = useTranslations("insights");
  const words = useFigureWords();
  const { person, answers, replies, unanswered, followUps } = figures;
  const key = `person:${person?.id ?? "none"}`;
  return (
    <tr className={tableClass.row}>
      <th scope="row">
        <span className="inline-flex items-center gap-2 whitespace-nowrap">
          {person ? (
            <Avatar name={person.name} size="md" />
          ) : (
            <CircleDashed aria-hidden className="size-5 text-text-3" />
          )}
          {person?.name ?? t("nobodys")}
        </span>
      </th>
      <td>
        <Answered figureKey={key} count={answers.count} most={most} />
      </td>
      <td>{words.workingTime(answers.medianMs)}</td>
      <td className="text-text-2">{words.workingTime(answers.p90Ms)}</td>
      <td>
        <OpenLink figure={{ block: "replies", key: `${key}:positive` }} count={replies.positive}>
          {replies.replies === 0 ? t("duration.none") : words.percent(replies.positive, replies.replies)}
        </OpenLink>
      </td>
      <td>
        <OpenLink figure={{ block: "waiting", key }} count={unanswered}>
          {words.number(unanswered)}
        </OpenLink>
      </td>
      <td>
        <OpenLink figure={{ block: "followUps", key: `${key}:missed` }} count={followUps.missed}>
          {t("peopleTable.missedOf", { missed: followUps.missed, due: followUps.kept + followUps.missed })}
        </OpenLink>
      </td>
    </tr>
  );
}

/** How many somebody answered, with a bar that says how many of the most. */
function Answered({ figureKey, count, most }: { figureKey: string; count: number; most: number }) {
  const words = useFigureWords();
  return (
    <span className="inline-flex flex-row-reverse items-center gap-2">
      <OpenLink figure={{ block: "answers", key: figureKey }} count={count}>
        {words.number(count)}
      </OpenLink>
      <span aria-hidden className="w-16 max-sm:hidden">
        <span className="block h-1.5 rounded-1 bg-accent" style={{ width: `${(100 * count) / most}%` }} />
      </span>
    </span>
  );
}
