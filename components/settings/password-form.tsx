"use client";

import { useFormatter, useTranslations } from "next-intl";
import Link from "next/link";
import { useLeave } from "@/components/shell/use-leave";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { changePassword } from "@/lib/actions/members";
import { holdSessionEnd, releaseSessionEnd } from "@/lib/queries/session-end";
import type { ChangePasswordInput } from "@/lib/services/members/schemas";
import { paths, signInPath } from "@/lib/url/paths";
import { answerOf } from "./answer-of";
import { FormProblem } from "./form-problem";
import { textOf, useActionForm } from "./use-action-form";

/** What a new password does not end: the names of the member's API keys, and whether their calendar has an address. */
type Standing = { keys: string[]; hasFeed: boolean };

/** The change signs out everywhere, here too; who still has keys or a calendar comes back to where these are named. */
export function PasswordForm({ keys, hasFeed }: Standing) {
  const t = useTranslations("settings.profile");
  const isLeft = keys.length > 0 || hasFeed;
  const form = useActionForm(change, useLeave(isLeft ? signInPath(`${paths.profile}#password`) : paths.signIn));
  const read = (data: FormData) => ({
    currentPassword: textOf(data, "currentPassword"),
    newPassword: textOf(data, "newPassword"),
  });
  return (
    <form id="password" method="post" noValidate onSubmit={form.submit(read)} className="flex flex-col gap-4">
      <h2 className="text-16 font-strong tracking-tight">{t("password")}</h2>
      <FormProblem>{form.problem}</FormProblem>
      <Field label={t("currentPassword")} error={form.errorOf("currentPassword")}>
        {(control) => <Input {...control} name="currentPassword" type="password" autoComplete="current-password" />}
      </Field>
      <Field label={t("newPassword")} hint={t("newPasswordHint")} error={form.errorOf("newPassword")}>
        {(control) => <Input {...control} name="newPassword" type="password" autoComplete="new-password" />}
      </Field>
      {isLeft ? <StillWorks keys={keys} hasFeed={hasFeed} /> : null}
      <Button type="submit" size="lg" pending={form.pending} className="self-start">
        {t("changePassword")}
      </Button>
    </form>
  );
}

/** Windows are told at once that their session is over; this one knows, unless the change was refused. */
async function change(input: ChangePasswordInput) {
  holdSessionEnd();
  const result = await answerOf(changePassword(input));
  if (!result.ok) releaseSessionEnd();
  return result;
}

function StillWorks({ keys, hasFeed }: Standing) {
  const t = useTranslations("settings.profile");
  const format = useFormatter();
  const toKeys = (words: React.ReactNode) => (
    <Link href={paths.apiKeys} className="text-accent-text underline">
      {words}
    </Link>
  );
  const toFeed = (words: React.ReactNode) => (
    <a href="#feed-title" className="text-accent-text underline">
      {words}
    </a>
  );
  return (
    <div className="flex flex-col gap-1 text-text-2">
      {keys.length > 0 ? (
        <p>{t.rich("keysStand", { count: keys.length, names: format.list(keys), link: toKeys })}</p>
      ) : null}
      {hasFeed ? <p>{t.rich("feedStands", { link: toFeed })}</p> : null}
    </div>
  );
}
