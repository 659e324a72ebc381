import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { insightQuery } from "@/lib/queries/insights";
import { Block } from "./block";
import { useInsights } from "./insight-context";
import { OpenLink } from "./open-link";
import { tableClass } from "./table-class";
import { useFigureWords } from "./use-figure-words";

/** How often templates were used, and how often the lead answered. */
export function TemplatesBlock() {
  const t = useTranslations("insights.templates");
  const words = useFigureWords();
  const { filters } = useInsights();
  return (
    <Block
      title={t("title")}
      definition={t("definition")}
      query={useQuery(insightQuery("templates", filters))}
      emptyWords={({ templates }) => (templates.length === 0 ? t("none") : null)}
    >
      {({ templates }) => (
        <table className={tableClass.table}>
          <thead className={tableClass.head}>
            <tr>
              {(["template", "used", "replied"] as const).map((head) => (
                <th key={head} scope="col">
                  {t(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {templates.map(({ key, name, used, replied }) => (
              <tr key={key} className={tableClass.row}>
                <th scope="row" className="wrap-anywhere">
                  {name}
                </th>
                <td>
                  <OpenLink figure={{ block: "templates", key }} count={used}>
                    {words.number(used)}
                  </OpenLink>
                </td>
                <td className="font-medium whitespace-nowrap">
                  <OpenLink figure={{ block: "templates", key: `${key}:replied` }} count={replied}>
                    {words.percent(replied, used)}
                  </OpenLink>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Block>
  );
}
