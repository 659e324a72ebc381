"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { setAccess } from "@/lib/actions/access";
import { isAlwaysNarrowed } from "@/lib/domain/permissions";
import { FormProblem } from "../form-problem";
import { useHeldForm } from "../use-held-form";
import type { Choices, NarrowedItem } from "./access-item";
import { GrantBoxes } from "./grant-boxes";

type AccessFormProps = { member: NarrowedItem; choices: Choices; onClose: () => void; onSaved: () => void };

/** Everything, or only what is ticked; a client sees only that. */
export function AccessForm({ member, choices, onClose, onSaved }: AccessFormProps) {
  const t = useTranslations("access");
  const common = useTranslations("common");
  const formId = useId();
  const isClient = isAlwaysNarrowed(member.role);
  const [seesAll, setSeesAll] = useState(member.seesAll && !isClient);
  const [grants, setGrants] = useState(member.grants);
  const read = () => ({ memberId: member.id, seesAll, grants });
  const form = useHeldForm({ act: setAccess, read, onDone: onSaved });
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : form.leave(onClose))}
      title={t("title", { name: member.name })}
      description={isClient ? t("clientHint") : undefined}
      actions={
        <>
          <Button size="lg" variant="quiet" onClick={onClose}>
            {common("cancel")}
          </Button>
          <Button size="lg" type="submit" form={formId} variant="primary" pending={form.pending}>
            {common("save")}
          </Button>
        </>
      }
    >
      <form id={formId} {...form.attributes} className="flex flex-col gap-3">
        <FormProblem>{form.problem}</FormProblem>
        {isClient ? null : (
          <div role="radiogroup" aria-label={t("sees")} className="flex flex-col gap-1">
            <Way name={formId} label={t("all")} checked={seesAll} onChoose={() => setSeesAll(true)} />
            <Way name={formId} label={t("some")} checked={!seesAll} onChoose={() => setSeesAll(false)} />
          </div>
        )}
        {seesAll ? null : <GrantBoxes choices={choices} grants={grants} onChange={setGrants} />}
        {form.question}
      </form>
    </Dialog>
  );
}

type WayProps = { name: string; label: string; checked: boolean; onChoose: () => void };

function Way({ name, label, checked, onChoose }: WayProps) {
  return (
    <label className="flex items-center gap-2 py-0.5 text-13 touch:py-2">
      <input type="radio" name={name} checked={checked} onChange={onChoose} className="accent-accent" />
      {label}
    </label>
  );
}
