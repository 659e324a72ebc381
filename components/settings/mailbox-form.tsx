"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { leavePage } from "@/components/shell/held-page";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { createMailbox, testMailbox, updateMailbox } from "@/lib/actions/mailboxes";
import { faultyField } from "@/lib/domain/faulty-field";
import type { MailboxSignIn } from "@/lib/domain/mailbox-sign-in";
import type { CreateMailboxInput } from "@/lib/services/mailboxes/schemas";
import { CONNECTION, mailboxPath, oauthStartPath, paths } from "@/lib/url/paths";
import { FormProblem } from "./form-problem";
import type { MailboxItem } from "./mailbox-item";
import { readMailboxForm } from "./mailbox-form-values";
import { ServerGuessWords } from "./server-guess-words";
import { ServersFolded } from "./servers-folded";
import { SignInChoice } from "./sign-in-choice";
import { useHeldForm } from "./use-held-form";
import { useServerGuess } from "./use-server-guess";
import { useServerValues } from "./use-server-values";

type Props = { mailbox?: MailboxItem; oauth: Exclude<MailboxSignIn, "password">[] };

/** How a mailbox is reached: a new one by its address, or one that is there (its address stays, an empty password keeps the stored one). */
export function MailboxForm({ mailbox, oauth }: Props) {
  const t = useTranslations("settings.mailboxes");
  const words = useTranslations("mailbox");
  const common = useTranslations("common");
  const router = useRouter();
  const [address, setAddress] = useState(mailbox?.address ?? "");
  const [chosen, setChosen] = useState<MailboxSignIn | null>(mailbox?.signIn ?? null);
  const asked = useServerGuess(address, !mailbox);
  const values = useServerValues(mailbox, asked.guess);

  const provider = asked.guess?.provider;
  // A domain of one's own may be at either, whoever takes its mail first.
  const offered = provider ? oauth.filter((name) => name === provider.signIn) : oauth;
  const ways: MailboxSignIn[] = [...offered, "password"];
  const usual = provider ? ways[0]! : "password";
  const signIn = chosen && ways.includes(chosen) ? chosen : usual;
  const save = (input: CreateMailboxInput) =>
    mailbox ? updateMailbox(changesOf(input, mailbox.id)) : createMailbox(input);
  const read = (data: FormData) => ({ ...readMailboxForm(data, mailbox?.address), signIn });
  const form = useHeldForm({
    act: save,
    read,
    onDone: async ({ id, isAuthorised }) => {
      if (mailbox) toast(common("saved"));
      // The mailbox's other settings stand on the same page, and may not be saved yet.
      if (!isAuthorised) return leavePage(() => window.location.assign(oauthStartPath(id)));
      const test = await testMailbox({ mailboxId: id }).catch(() => null);
      leavePage(() => router.push(`${mailboxPath(id)}${test?.ok ? `?test=${test.data.testId}` : ""}`));
    },
  });
  // As it was on the way here: what is learned later comes while somebody types.
  const [faulty] = useState(mailbox && faultyField(mailbox));
  useEffect(() => {
    // Who was led here to reconnect has something to put right.
    if (window.location.hash !== `#${CONNECTION}`) return;
    document.querySelector<HTMLElement>(`#${CONNECTION} [name="${faulty}"]`)?.focus();
  }, [faulty]);
  const isApp = provider?.hint === "app_password";
  return (
    <form method="post" {...form.attributes} className="flex max-w-2xl flex-col gap-5">
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
        {mailbox ? null : (
          <Field label={t("displayName")} hint={t("displayNameHint")} error={form.errorOf("displayName")}>
            {(control) => <Input {...control} name="displayName" autoComplete="off" />}
          </Field>
        )}
      </div>
      {mailbox ? null : <ServerGuessWords {...asked} signIn={signIn} />}
      <SignInChoice ways={ways} chosen={signIn} onChoose={setChosen} />
      {signIn === "password" ? (
        <Field
          label={isApp ? words("form.appPassword") : t("password")}
          hint={mailbox?.signIn === "password" && values.isStored("imapHost") ? t("passwordKept") : undefined}
          error={form.errorOf("imapPassword")}
          className="sm:max-w-[calc(50%-0.5rem)]"
        >
          {(control) => <Input {...control} name="imapPassword" type="password" autoComplete="new-password" />}
        </Field>
      ) : (
        <p className="text-12 text-text-2">{words("signIn.next", { provider: signIn })}</p>
      )}
      <ServersFolded
        values={values}
        address={address}
        isOpen={Boolean(mailbox) || asked.hasFailed || (asked.guess !== undefined && !asked.guess.imap)}
        keepsPassword={signIn === "password" ? mailbox?.signIn === "password" : null}
        errorOf={form.errorOf}
      />
      <div className="flex gap-2">
        <Button type="submit" size="lg" variant={mailbox ? "secondary" : "primary"} pending={form.pending}>
          {signIn !== "password" && !(mailbox?.signIn === signIn && mailbox.isAuthorised)
            ? words("form.connectAndSignIn", { provider: signIn })
            : mailbox
              ? t("saveAndTest")
              : t("connectAndTest")}
        </Button>
        {mailbox ? null : (
          <Link href={paths.mailboxes} className={buttonClass({ size: "lg", variant: "quiet" })}>
            {common("cancel")}
          </Link>
        )}
      </div>
      {form.question}
    </form>
  );
}

/** Name and signature are not this form's once the mailbox is there. */
const changesOf = ({ displayName: _name, signatureHtml: _html, ...input }: CreateMailboxInput, mailboxId: string) => ({
  ...input,
  mailboxId,
});
