"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { saveMailboxSettings } from "@/lib/actions/mailboxes";
import { SENT_COPIES } from "@/lib/services/mailboxes/schemas";
import { FormProblem } from "./form-problem";
import type { MailboxItem } from "./mailbox-item";
import { readMailboxSettings } from "./mailbox-settings-values";
import { ColourField } from "./colour-field";
import { SendingWindowField } from "./sending-window-field";
import { SignatureField } from "./signature-field";
import { useHeldForm } from "./use-held-form";
import { WarmUpFields } from "./warm-up-fields";

type ErrorOf = (path: string) => string | undefined;

/** How a mailbox writes, when the machine may send from it, and how it is read. */
export function MailboxSettingsForm({ mailbox, zones }: { mailbox: MailboxItem; zones: string[] }) {
  const t = useTranslations("mailbox.settings");
  const common = useTranslations("common");
  const router = useRouter();
  const [followsSeen, setFollowsSeen] = useState(mailbox.followsSeen);
  const [readsJunk, setReadsJunk] = useState(mailbox.readsJunk);
  const read = (data: FormData) => ({ ...readMailboxSettings(data), mailboxId: mailbox.id, followsSeen, readsJunk });
  const form = useHeldForm({
    act: saveMailboxSettings,
    read,
    onDone: () => {
      toast(common("saved"));
      router.refresh();
    },
  });
  const { errorOf } = form;
  return (
    <form method="post" {...form.attributes} className="flex max-w-2xl flex-col gap-8">
      <FormProblem>{form.problem}</FormProblem>
      <Part title={t("writes")}>
        <SenderFields mailbox={mailbox} errorOf={errorOf} />
      </Part>
      <Part title={t("machine")} hint={t("machineHint")}>
        <MachineFields mailbox={mailbox} zones={zones} errorOf={errorOf} />
      </Part>
      <Part title={t("reads")}>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t("sentFolder")} hint={t("sentFolderHint")} error={errorOf("sentFolder")}>
            {(control) => (
              <Input {...control} name="sentFolder" autoComplete="off" defaultValue={mailbox.sentFolder ?? ""} />
            )}
          </Field>
          <Field label={t("copies")} error={errorOf("sentCopies")}>
            {(control) => (
              <Select {...control} name="sentCopies" defaultValue={mailbox.sentCopies}>
                {SENT_COPIES.map((choice) => (
                  <option key={choice} value={choice}>
                    {t(`copiesOf.${choice}`)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
        <div>
          <Checkbox checked={readsJunk} onChange={setReadsJunk}>
            {t("readsJunk")}
          </Checkbox>
          <p className="mt-1 text-12 text-text-3">{t("readsJunkHint")}</p>
        </div>
        <Checkbox checked={followsSeen} onChange={setFollowsSeen}>
          {t("followsSeen")}
        </Checkbox>
        <WarmUpFields warmUp={mailbox.warmUp} errorOf={errorOf} />
      </Part>
      <Button type="submit" size="lg" variant="primary" pending={form.pending} className="self-start">
        {t("save")}
      </Button>
      {form.question}
    </form>
  );
}

function Part({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-4">
      <div>
        <h2 className="text-14 font-strong tracking-tight">{title}</h2>
        {hint ? <p className="mt-1 text-12 text-text-3">{hint}</p> : null}
      </div>
      {children}
    </section>
  );
}

function SenderFields({ mailbox, errorOf }: { mailbox: MailboxItem; errorOf: ErrorOf }) {
  const t = useTranslations("settings.mailboxes");
  return (
    <>
      <Field
        label={t("displayName")}
        hint={t("displayNameHint")}
        error={errorOf("displayName")}
        className="sm:max-w-[calc(50%-0.5rem)]"
      >
        {(control) => <Input {...control} name="displayName" autoComplete="off" defaultValue={mailbox.displayName} />}
      </Field>
      <ColourField colour={mailbox.colour} />
      <SignatureField initialHtml={mailbox.signatureHtml} error={errorOf("signatureHtml")} />
    </>
  );
}

function MachineFields({ mailbox, zones, errorOf }: { mailbox: MailboxItem; zones: string[]; errorOf: ErrorOf }) {
  const t = useTranslations("mailbox.settings");
  return (
    <>
      <Field
        label={t("timeZone")}
        hint={t("timeZoneHint")}
        error={errorOf("timeZone")}
        className="sm:max-w-[calc(50%-0.5rem)]"
      >
        {(control) => (
          <Select {...control} name="timeZone" defaultValue={mailbox.timeZone}>
            {zones.map((zone) => (
              <option key={zone} value={zone}>
                {zone.replaceAll("_", " ")}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <SendingWindowField window={windowOf(mailbox)} errorOf={errorOf} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t("cap")} hint={t("capHint")} error={errorOf("dailyCap")}>
          {(control) => (
            <Input {...control} name="dailyCap" inputMode="numeric" defaultValue={mailbox.dailyCap ?? ""} />
          )}
        </Field>
        <Field label={t("gap")} error={errorOf("minimumGapMinutes")}>
          {(control) => (
            <Input {...control} name="gapMinutes" inputMode="decimal" defaultValue={mailbox.minimumGap / 60} />
          )}
        </Field>
      </div>
    </>
  );
}

const windowOf = ({ windowDays: days, windowStart: start, windowEnd: end }: MailboxItem) =>
  days && start && end ? { days, start, end } : null;
