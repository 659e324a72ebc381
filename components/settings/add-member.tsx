"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { addMember } from "@/lib/actions/members";
import { ROLES, type Role } from "@/lib/domain/roles";
import { FormProblem } from "./form-problem";
import { textOf } from "./use-action-form";
import { useHeldForm } from "./use-held-form";

type AddMemberProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onAdded: (member: { name: string; email: string; password: string }) => void;
};

/** Name, address and role of somebody new; the app makes the first password. */
export function AddMember({ open, onOpenChange, onAdded }: AddMemberProps) {
  const t = useTranslations("settings.team");
  const common = useTranslations("common");
  const formId = useId();
  const read = (data: FormData) => ({
    name: textOf(data, "name"),
    email: textOf(data, "email"),
    role: textOf(data, "role") as Role,
  });
  const form = useHeldForm({ act: addMember, read, onDone: onAdded });
  return (
    <Dialog
      open={open}
      isKeptByPress
      onOpenChange={(next) =>
        form.leave(() => {
          form.clear();
          onOpenChange(next);
        })
      }
      title={t("addTitle")}
      description={t("addText")}
      actions={
        <>
          <Button size="lg" variant="quiet" onClick={() => onOpenChange(false)}>
            {common("cancel")}
          </Button>
          <Button size="lg" type="submit" form={formId} variant="primary" pending={form.pending}>
            {t("add")}
          </Button>
        </>
      }
    >
      <form id={formId} {...form.attributes} className="flex flex-col gap-3">
        <FormProblem>{form.problem}</FormProblem>
        <Field label={t("name")} error={form.errorOf("name")}>
          {(control) => <Input {...control} name="name" autoComplete="off" />}
        </Field>
        <Field label={t("email")} error={form.errorOf("email")}>
          {(control) => <Input {...control} name="email" type="email" autoComplete="off" />}
        </Field>
        <Field label={t("role")} hint={t("roleHint")} error={form.errorOf("role")}>
          {(control) => (
            <Select {...control} name="role" defaultValue="sdr">
              {ROLES.map((role) => (
                <option key={role} value={role}>
                  {common(`role.${role}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {form.question}
      </form>
    </Dialog>
  );
}
