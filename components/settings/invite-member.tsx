"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { inviteMember } from "@/lib/actions/member-invitations";
import { ROLES, type Role } from "@/lib/domain/roles";
import { FormProblem } from "./form-problem";
import { textOf } from "./use-action-form";
import { useHeldForm } from "./use-held-form";

export type SendingMailbox = { id: string; address: string };
export type ShownLink = { email: string; secret: string };
type InviteMemberProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  mailboxes: SendingMailbox[];
  onInvited: (link: ShownLink) => void;
};

/** Name, address and role of somebody to come, and by which mailbox they are told. */
export function InviteMember({ open, onOpenChange, mailboxes, onInvited }: InviteMemberProps) {
  const t = useTranslations("joining.invite");
  const team = useTranslations("settings.team");
  const common = useTranslations("common");
  const formId = useId();
  const read = (data: FormData) => ({
    name: textOf(data, "name"),
    email: textOf(data, "email"),
    role: textOf(data, "role") as Role,
    mailboxId: textOf(data, "mailboxId") || null,
  });
  const form = useHeldForm({ act: inviteMember, read, onDone: onInvited });
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
      title={t("title")}
      description={t("text")}
      actions={
        <>
          <Button size="lg" variant="quiet" onClick={() => onOpenChange(false)}>
            {common("cancel")}
          </Button>
          <Button size="lg" type="submit" form={formId} variant="primary" pending={form.pending}>
            {t("submit")}
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
        <Field label={t("role")} hint={team("roleHint")} error={form.errorOf("role")}>
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
        <Field label={t("mailbox")} hint={t("mailboxHint")} error={form.errorOf("mailboxId")}>
          {(control) => (
            <Select {...control} name="mailboxId" defaultValue={mailboxes[0]?.id ?? ""}>
              {mailboxes.map(({ id, address }) => (
                <option key={id} value={id}>
                  {address}
                </option>
              ))}
              <option value="">{t("byHand")}</option>
            </Select>
          )}
        </Field>
        {form.question}
      </form>
    </Dialog>
  );
}
