import { useFormatter, useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import type { RulePerson } from "@/lib/domain/assignment-rule-item";

/** The people of a rule: whose turn it is, who is away and up to when, and who is gone. */
export function RuleTurns({ people }: { people: RulePerson[] }) {
  const t = useTranslations("assignment");
  const format = useFormatter();
  const dayOf = (date: string) =>
    format.dateTime(new Date(`${date}T12:00:00Z`), { day: "numeric", month: "short", timeZone: "UTC" });
  const stateOf = ({ isGone, isNext, awayUntil }: RulePerson) => {
    if (isGone) return <Badge tone="bad">{t("gone")}</Badge>;
    if (awayUntil) return <Badge tone="warn">{t("awayUntil", { day: dayOf(awayUntil) })}</Badge>;
    return isNext ? <Badge tone="accent">{t("next")}</Badge> : null;
  };
  const isNobody = people.every(({ isGone, awayUntil }) => isGone || awayUntil !== null);
  return (
    <>
      <ul aria-label={t("people")} className="mt-2 flex flex-wrap gap-x-4 gap-y-1.5">
        {people.map((person) => (
          <li key={person.id} className="flex items-center gap-1.5 text-13">
            <Avatar name={person.name} size="sm" />
            <span className={person.isGone || person.awayUntil ? "text-text-3" : undefined}>{person.name}</span>
            {stateOf(person)}
          </li>
        ))}
      </ul>
      {isNobody ? <p className="mt-1.5 text-12 text-warn">{t("nobodyThere")}</p> : null}
    </>
  );
}
