"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { saveSmartleadMember } from "@/lib/actions/smartlead";
import { smartleadTeamQuery } from "@/lib/queries/smartlead";
import { useRowAction } from "../use-row-action";
import { textOf } from "../use-action-form";
import { useAskBeforeLeaving } from "../use-ask-before-leaving";
import { useUnsaved } from "../use-unsaved";

/** Who of the team is who at Smartlead, which knows its people by numbers: owners are carried both ways then. */
export function TeamNumbers() {
  const t = useTranslations("smartlead.team");
  const { data, isError, refetch } = useQuery(smartleadTeamQuery());
  const numbers = useId();
  if (!data)
    return isError ? (
      <p role="alert" className="mx-4 flex flex-wrap items-center gap-2 py-3 text-12 text-bad lg:mx-5">
        {t("failed")}
        <Button size="sm" onClick={() => void refetch()}>
          {t("again")}
        </Button>
      </p>
    ) : null;
  return (
    <section aria-label={t("title")} className="mx-4 flex max-w-2xl flex-col gap-2 py-3 lg:mx-5">
      <h3 className="text-13 font-strong">{t("title")}</h3>
      <p className="text-12 text-pretty text-text-3">{t(data.seen.length > 0 ? "text" : "textNoneSeen")}</p>
      <datalist id={numbers}>
        {data.seen.map(({ remoteId, leads }) => (
          <option key={remoteId} value={remoteId}>
            {t("leads", { leads })}
          </option>
        ))}
      </datalist>
      <ul className="flex flex-col gap-2">
        {data.members.map((member) => (
          <li key={member.id}>
            <MemberNumber key={member.remoteId} member={member} numbers={numbers} />
          </li>
        ))}
      </ul>
    </section>
  );
}

type MemberNumberProps = { member: { id: string; name: string; remoteId: string | null }; numbers: string };

function MemberNumber({ member, numbers }: MemberNumberProps) {
  const t = useTranslations("smartlead.team");
  const queries = useQueryClient();
  const { pending, run } = useRowAction();
  const read = (data: FormData) => {
    const typed = textOf(data, "remoteId").trim();
    return { memberId: member.id, remoteId: typed === "" ? null : typed };
  };
  const { ref, isChanged, saving } = useUnsaved(read);
  const { question } = useAskBeforeLeaving(isChanged);
  const save = (input: ReturnType<typeof read>) =>
    run(
      () => saving(saveSmartleadMember)(input),
      async () => {
        toast(t("saved", { name: member.name }));
        await queries.invalidateQueries({ queryKey: smartleadTeamQuery().queryKey });
      },
    );
  return (
    <form
      ref={ref}
      className="flex items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        save(read(new FormData(event.currentTarget)));
      }}
    >
      <Field label={member.name}>
        {(control) => (
          <Input
            {...control}
            name="remoteId"
            list={numbers}
            inputMode="numeric"
            autoComplete="off"
            placeholder={t("nobody")}
            defaultValue={member.remoteId ?? ""}
            className="w-44"
          />
        )}
      </Field>
      <Button type="submit" pending={pending} aria-label={t("saveOf", { name: member.name })}>
        {t("save")}
      </Button>
      {question}
    </form>
  );
}
