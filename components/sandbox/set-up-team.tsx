"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import { useState } from "react";
import { FormProblem } from "@/components/settings/form-problem";
import { textOf, useActionForm } from "@/components/settings/use-action-form";
import { useLeave } from "@/components/shell/use-leave";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { setUpTeam } from "@/lib/actions/team";
import { paths } from "@/lib/url/paths";

/** The way out of the sandbox: workspace and first admin, then signing in as that person. */
export function SetUpTeam({ exists }: { exists: boolean }) {
  const t = useTranslations("sandbox.setup");
  const [doneAs, setDoneAs] = useState<string | null>(null);
  if (doneAs !== null) return <SignInNext title={t("doneTitle")} text={t("doneText", { email: doneAs })} />;
  if (exists) return <SignInNext title={t("existsTitle")} text={t("existsText")} />;
  return (
    <>
      <h1 className="mt-8 mb-2 text-20 font-strong tracking-display">{t("title")}</h1>
      <p className="mb-5 text-13 text-pretty text-text-2">{t("text")}</p>
      <TeamForm onDone={setDoneAs} />
    </>
  );
}

function TeamForm({ onDone }: { onDone: (email: string) => void }) {
  const t = useTranslations("sandbox.setup");
  const form = useActionForm(setUpTeam, (_, element) => onDone(textOf(new FormData(element), "email").trim()));
  const read = (data: FormData) => ({
    workspaceName: textOf(data, "workspaceName"),
    name: textOf(data, "name"),
    email: textOf(data, "email").trim(),
    password: textOf(data, "password"),
  });
  // Without its script yet, the form must not put a password into an address: hence the method.
  return (
    <form method="post" noValidate onSubmit={form.submit(read)} className="flex flex-col gap-4">
      <FormProblem>{form.problem}</FormProblem>
      <Field label={t("workspaceName")} hint={t("workspaceHint")} error={form.errorOf("workspaceName")}>
        {(control) => <Input {...control} name="workspaceName" autoComplete="organization" required />}
      </Field>
      <Field label={t("name")} error={form.errorOf("name")}>
        {(control) => <Input {...control} name="name" autoComplete="name" required />}
      </Field>
      <Field label={t("email")} error={form.errorOf("email")}>
        {(control) => <Input {...control} name="email" type="email" autoComplete="username" required />}
      </Field>
      <Field label={t("password")} hint={t("passwordHint")} error={form.errorOf("password")}>
        {(control) => <Input {...control} name="password" type="password" autoComplete="new-password" required />}
      </Field>
      <Button type="submit" variant="primary" size="lg" pending={form.pending} className="mt-1 w-full">
        {t("submit")}
      </Button>
      <Link href={paths.inbox} className="text-center text-13 text-accent-text hover:underline">
        {t("back")}
      </Link>
    </form>
  );
}

function SignInNext({ title, text }: { title: string; text: string }) {
  const t = useTranslations("sandbox.setup");
  const leave = useLeave();
  return (
    <>
      <h1 className="mt-8 mb-2 text-20 font-strong tracking-display">{title}</h1>
      <output className="mb-5 block text-13 text-pretty text-text-2">{text}</output>
      <Button variant="primary" size="lg" onClick={leave} className="w-full">
        {t("signIn")}
      </Button>
    </>
  );
}
