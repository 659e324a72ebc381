"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { addTeam, updateTeam } from "@/lib/actions/teams";
import type { AddTeamInput } from "@/lib/services/teams/schemas";
import { ChoiceBoxes } from "../choice-boxes";
import { FormProblem } from "../form-problem";
import { textOf } from "../use-action-form";
import { useHeldForm } from "../use-held-form";
import type { AccessItem, TeamItem } from "./access-item";
import { GrantBoxes } from "./grant-boxes";

type TeamFormProps = { team: TeamItem | null; access: AccessItem; onClose: () => void; onSaved: () => void };

/** A team's name, who is in it, and what is opened to it. */
export function TeamForm({ team, access: { people, choices }, onClose, onSaved }: TeamFormProps) {
  const t = useTranslations("access");
  const common = useTranslations("common");
  const formId = useId();
  const [memberIds, setMemberIds] = useState(team?.memberIds ?? []);
  const [grants, setGrants] = useState(team?.grants ?? []);
  const read = (data: FormData): AddTeamInput => ({ name: textOf(data, "name"), memberIds, grants });
  const form = useHeldForm({
    act: (input: AddTeamInput) => (team ? updateTeam({ teamId: team.id, ...input }) : addTeam(input)),
    read,
    onDone: onSaved,
  });
  return (
    <Dialog
      open
      isKeptByPress
      onOpenChange={(open) => (open ? undefined : form.leave(onClose))}
      title={team ? t("changeTeam", { name: team.name }) : t("newTeam")}
      actions={
        <>
          <Button size="lg" variant="quiet" onClick={onClose}>
            {common("cancel")}
          </Button>
          <Button size="lg" type="submit" form={formId} variant="primary" pending={form.pending}>
            {team ? common("save") : t("addTeam")}
          </Button>
        </>
      }
    >
      <form id={formId} {...form.attributes} className="flex flex-col gap-3">
        <FormProblem>{form.problem}</FormProblem>
        <Field label={t("teamName")} error={form.errorOf("name")}>
          {(control) => <Input {...control} name="name" autoComplete="off" defaultValue={team?.name} />}
        </Field>
        <ChoiceBoxes
          legend={t("people")}
          none={t("none")}
          choices={people}
          chosen={memberIds}
          onChange={setMemberIds}
        />
        <p className="pt-1 text-13 font-strong">{t("opened")}</p>
        <GrantBoxes choices={choices} grants={grants} onChange={setGrants} />
        {form.question}
      </form>
    </Dialog>
  );
}
