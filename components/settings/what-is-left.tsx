import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { LEFT_THREADS, type MemberLeaving } from "@/lib/services/members/schemas";

/** One of `LEFT_THREADS`, or a member's id. */
export type LeftTo = string;

/** The choice as the sentences name it. */
export const choiceOf = (to: LeftTo): "unassigned" | "rules" | "stay" | "member" =>
  LEFT_THREADS.find((each) => each === to) ?? "member";

type Props = { member: { name: string }; data: MemberLeaving; to: LeftTo; onTo: (to: LeftTo) => void };

/** What somebody leaves behind, who takes it over, and what then becomes of it. */
export function WhatIsLeft({ member, data, to, onTo }: Props) {
  const t = useTranslations("joining.leave");
  const { threads, reminders, drafts, replies, tasks, others, hasRules } = data;
  if (threads + reminders + drafts + replies + tasks === 0)
    return <p className="text-13 text-text-2">{t("nothing")}</p>;
  return (
    <div className="flex flex-col gap-3">
      {threads + reminders + drafts > 0 ? (
        <Field label={threads > 0 ? t("whoThreads", { count: threads }) : t("whoRest")}>
          {(control) => (
            <Select {...control} value={to} onChange={(event) => onTo(event.target.value)}>
              <option value="unassigned">{threads > 0 ? t("unassigned", { count: threads }) : t("nobody")}</option>
              {threads > 0 && hasRules ? <option value="rules">{t("rules")}</option> : null}
              {others.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
              {threads > 0 ? <option value="stay">{t("stay", { count: threads, name: member.name })}</option> : null}
            </Select>
          )}
        </Field>
      ) : null}
      <ul aria-live="polite" className="flex flex-col gap-1 text-13 text-text-2">
        <Consequences data={data} to={to} />
        {replies > 0 ? <li>{t("replies", { count: replies })}</li> : null}
        {tasks > 0 ? <li>{t("tasks", { count: tasks })}</li> : null}
      </ul>
    </div>
  );
}

/** What the choice means for the threads, the reminders and the drafts. */
function Consequences({ data: { threads, reminders, drafts, others }, to }: Pick<Props, "data" | "to">) {
  const t = useTranslations("joining.leave.then");
  const heir = others.find(({ id }) => id === to);
  const name = heir?.name ?? "";
  const way = heir ? "given" : "left";
  return (
    <>
      {threads > 0 ? <li>{t(`threads.${choiceOf(to)}`, { count: threads, name })}</li> : null}
      {reminders > 0 ? <li>{t(`reminders.${way}`, { count: reminders, name })}</li> : null}
      {drafts > 0 ? <li>{t(`drafts.${way}`, { count: drafts, name })}</li> : null}
      {heir?.isNarrowed && reminders + drafts > 0 ? <li>{t("narrowed", { name })}</li> : null}
    </>
  );
}
