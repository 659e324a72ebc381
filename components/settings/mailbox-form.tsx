"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { createMailbox, testMailbox, updateMailbox } from "@/lib/actions/mailboxes";
import type { CreateMailboxInput } from "@/lib/services/mailboxes/schemas";
import { mailboxPath, paths } from "@/lib/url/paths";
import { FormProblem } from "./form-problem";
import type { MailboxItem } from "./mailbox-item";
import { readMailboxForm } from "./mailbox-form-values";
import { ServerFields } from "./server-fields";
import { SettingsPane } from "./settings-pane";
import { useActionForm } from "./use-action-form";

/** The plain mailbox form: for a new one, or for one that is there (its address stays, an empty password keeps the stored one). */
export function MailboxForm({ mailbox }: { mailbox?: MailboxItem }) {
  const t = useTranslations("settings.mailboxes");
  const common = useTranslations("common");
  const router = useRouter();
  const [address, setAddress] = useState(mailbox?.address ?? "");
  const save = (input: CreateMailboxInput) =>
    mailbox ? updateMailbox({ ...input, mailboxId: mailbox.id }) : createMailbox(input);
  const form = useActionForm(save, async ({ id }) => {
    const test = await testMailbox({ mailboxId: id });
    router.push(`${mailboxPath(id)}${test.ok ? `?test=${test.data.testId}` : ""}`);
  });
  const back = mailbox ? mailboxPath(mailbox.id) : paths.mailboxes;
  const sides = { errorOf: form.errorOf, mailbox, address };
  return (
    <SettingsPane title={mailbox ? t("editTitle") : t("newTitle")} back={back} className="px-4 py-5 lg:px-5">
      <form
        method="post"
        noValidate
        onSubmit={form.submit((data) => readMailboxForm(data, mailbox?.address))}
        className="flex max-w-2xl flex-col gap-6"
      >
        <FormProblem>{form.problem}</FormProblem>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t("address")} error={form.errorOf("address")} hint={mailbox ? t("addressFixed") : undefined}>
            {(control) => (
              <Input
                {...control}
                name="address"
                type="email"
                autoComplete="off"
                value={address}
                readOnly={Boolean(mailbox)}
                onChange={(event) => setAddress(event.target.value)}
              />
            )}
          </Field>
          <Field label={t("displayName")} hint={t("displayNameHint")} error={form.errorOf("displayName")}>
            {(control) => (
              <Input {...control} name="displayName" autoComplete="off" defaultValue={mailbox?.displayName} />
            )}
          </Field>
        </div>
        <ServerFields side="imap" {...sides} />
        <ServerFields side="smtp" {...sides} />
        <Field label={t("signature")} hint={t("signatureHint")} error={form.errorOf("signatureHtml")}>
          {(control) => (
            <Textarea
              {...control}
              name="signatureHtml"
              rows={5}
              defaultValue={mailbox?.signatureHtml}
              className="font-mono text-12"
            />
          )}
        </Field>
        <div className="flex gap-2">
          <Button type="submit" size="lg" variant="primary" pending={form.pending}>
            {mailbox ? t("saveAndTest") : t("connectAndTest")}
          </Button>
          <Link href={back} className={buttonClass({ size: "lg", variant: "quiet" })}>
            {common("cancel")}
          </Link>
        </div>
      </form>
    </SettingsPane>
  );
}
