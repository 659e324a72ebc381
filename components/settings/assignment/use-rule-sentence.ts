import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { AssignmentRuleItem, Named, RuleChoices } from "@/lib/domain/assignment-rule-item";

/** Says a rule in one plain sentence. */
export function useRuleSentence(choices: RuleChoices): (rule: AssignmentRuleItem) => string {
  const t = useTranslations("assignment");
  const format = useFormatter();
  const languages = new Intl.DisplayNames(useLocale(), { type: "language" });
  const quoted = (list: Named[], ids: string[]) =>
    format.list(
      ids.map((id) => t("quoted", { name: list.find((each) => each.id === id)?.name ?? t("removed") })),
      { type: "disjunction" },
    );
  return ({ conditions, people }) => {
    const { campaignIds, mailboxIds, categoryIds } = conditions;
    const asked = [
      campaignIds.length > 0 ? t("asks.campaigns", { names: quoted(choices.campaigns, campaignIds) }) : "",
      mailboxIds.length > 0 ? t("asks.mailboxes", { names: quoted(choices.mailboxes, mailboxIds) }) : "",
      categoryIds.length > 0 ? t("asks.categories", { names: quoted(choices.categories, categoryIds) }) : "",
      conditions.languages.length > 0
        ? t("asks.languages", {
            names: format.list(
              conditions.languages.map((tag) => languages.of(tag) ?? tag),
              { type: "disjunction" },
            ),
          })
        : "",
    ].filter(Boolean);
    return t("sentence", {
      asked: asked.join(" "),
      isAll: asked.length === 0 ? "yes" : "no",
      count: people.length,
      people: format.list(people.map(({ name }) => name)),
    });
  };
}
