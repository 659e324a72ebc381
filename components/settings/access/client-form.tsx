"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { addClient, renameClient } from "@/lib/actions/clients";
import type { AddClientInput } from "@/lib/services/clients/schemas";
import { FormProblem } from "../form-problem";
import { textOf } from "../use-action-form";
import { useHeldForm } from "../use-held-form";
import type { Choice } from "./access-item";

type ClientFormProps = { client: Choice | null; onClose: () => void; onSaved: () => void };

/** The name of a client. */
export function ClientForm({ client, onClose, onSaved }: ClientFormProps) {
  const t = useTranslations("access");
  const common = useTranslations("common");
  const formId = useId();
  const read = (data: FormData): AddClientInput => ({ name: textOf(data, "name") });
  const form = useHeldForm({
    act: (input: AddClientInput) => (client ? renameClient({ clientId: client.id, ...input }) : addClient(input)),
    read,
    onDone: onSaved,
  });
  return (
    <Dialog
      open
      isKeptByPress
      onOpenChange={(open) => (open ? undefined : form.leave(onClose))}
      title={client ? t("renameLabel", { name: client.name }) : t("newClient")}
      actions={
        <>
          <Button size="lg" variant="quiet" onClick={onClose}>
            {common("cancel")}
          </Button>
          <Button size="lg" type="submit" form={formId} variant="primary" pending={form.pending}>
            {client ? common("save") : t("addClient")}
          </Button>
        </>
      }
    >
      <form id={formId} {...form.attributes} className="flex flex-col gap-3">
        <FormProblem>{form.problem}</FormProblem>
        <Field label={t("clientName")} error={form.errorOf("name")}>
          {(control) => <Input {...control} name="name" autoComplete="off" defaultValue={client?.name} />}
        </Field>
        {form.question}
      </form>
    </Dialog>
  );
}
