import { useFormatter, useTranslations } from "next-intl";
import type { ApprovalConditions } from "@/lib/domain/review";
import type { RuleSubjects } from "./approval-item";

/** A rule as one plain sentence. */
export function useRuleWords({ campaigns, categories, people }: RuleSubjects) {
  const t = useTranslations("settings.approval.sentence");
  const format = useFormatter();
  const either = (names: string[]) => format.list(names, { type: "disjunction" });
  const namesOf = (all: { id: string; name: string }[], ids: string[]) =>
    either(all.filter(({ id }) => ids.includes(id)).map(({ name }) => name));
  return (conditions: ApprovalConditions): string => {
    const { newForDays, campaignIds, firstReplyCategoryIds, words, attachments, isOutsideHours, memberIds } =
      conditions;
    const parts = [
      memberIds.length > 0 ? t("people", { names: namesOf(people, memberIds) }) : null,
      newForDays === null ? null : t("new", { days: newForDays }),
      campaignIds.length > 0 ? t("campaigns", { names: namesOf(campaigns, campaignIds) }) : null,
      firstReplyCategoryIds.length > 0 ? t("first", { names: namesOf(categories, firstReplyCategoryIds) }) : null,
      words.length > 0 ? t("words", { words: either(words.map((word) => t("quoted", { word }))) }) : null,
      attachments === "any" ? t("files") : attachments ? t("filesOf", { endings: either(attachments) }) : null,
      isOutsideHours ? t("hours") : null,
    ].filter((part) => part !== null);
    return t("whole", { parts: format.list(parts, { type: "conjunction" }) });
  };
}
