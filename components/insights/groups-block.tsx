import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { namesakesIn } from "@/lib/domain/insights/namesakes-in";
import { insightQuery } from "@/lib/queries/insights";
import { Block, type BlockQuery } from "./block";
import { type GroupFigures, groupFigures } from "./group-figures";
import { useInsights } from "./insight-context";
import { OpenLink } from "./open-link";
import { tableClass } from "./table-class";
import { useFigureWords } from "./use-figure-words";

const HEADS = ["replied", "positive", "bounced", "sent"] as const;

/** Replies and bounces campaign by campaign, or mailbox by mailbox. */
export function GroupsBlock({ by }: { by: "campaigns" | "mailboxes" }) {
  const t = useTranslations("insights.groups");
  const query = useGroups(by);
  const nameOf = useGroupNames();
  return (
    <Block
      title={t(by)}
      definition={t("definition")}
      query={query}
      emptyWords={(rows) => (rows.length === 0 ? t("none") : null)}
    >
      {(rows) => (
        <div className={tableClass.frame}>
          <table className={tableClass.table}>
            <thead className={tableClass.head}>
              <tr>
                <th scope="col">{t(by === "campaigns" ? "campaign" : "mailbox")}</th>
                {HEADS.map((head) => (
                  <th key={head} scope="col">
                    {t(head)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <GroupRow key={row.key} row={row} name={nameOf(rows)(row)} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Block>
  );
}

/** Replies and bounces are read apart; both are there, or neither. */
function useGroups(by: "campaigns" | "mailboxes"): BlockQuery<GroupFigures[]> {
  const { filters } = useInsights();
  const replies = useQuery(insightQuery("replies", filters));
  const bounces = useQuery(insightQuery("bounces", filters));
  return {
    data: replies.data && bounces.data ? groupFigures(replies.data[by], bounces.data[by]) : undefined,
    error: replies.error ?? bounces.error,
    isPlaceholderData: replies.isPlaceholderData || bounces.isPlaceholderData,
    refetch: () => void Promise.all([replies.refetch(), bounces.refetch()]),
  };
}

/** What a group is called among the others of its table. */
function useGroupNames() {
  const t = useTranslations("insights");
  return (rows: GroupFigures[]) => {
    const isNamesake = namesakesIn(rows);
    return (row: GroupFigures): string => {
      const { name, direct, number } = row;
      if (direct !== undefined) return t("direct", { address: direct });
      if (number !== undefined && isNamesake(row)) return t("numbered", { name, number: String(number) });
      return name || t("noCampaign");
    };
  };
}

function GroupRow({ row, name }: { row: GroupFigures; name: string }) {
  const words = useFigureWords();
  const { key, replies, positive, bounces, sent } = row;
  return (
    <tr className={tableClass.row}>
      <th scope="row" className="wrap-anywhere">
        {name}
      </th>
      <td>
        <OpenLink figure={{ block: "replies", key }} count={replies}>
          {words.number(replies)}
        </OpenLink>
      </td>
      <td>
        <OpenLink figure={{ block: "replies", key: `${key}:positive` }} count={positive}>
          {words.number(positive)}
        </OpenLink>
      </td>
      <td>
        <OpenLink figure={{ block: "bounces", key }} count={bounces}>
          {sent === 0 ? words.number(bounces) : words.percent(bounces, sent)}
        </OpenLink>
      </td>
      <td className="text-text-2">{words.number(sent)}</td>
    </tr>
  );
}
