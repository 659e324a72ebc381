"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useHydrated } from "@/components/ui/use-hydrated";
import { FormProblem } from "@/components/settings/form-problem";
import { textOf, useActionForm } from "@/components/settings/use-action-form";
import type { ActionError, ActionResult } from "@/lib/actions/action";
import { acceptInvitationPath, paths } from "@/lib/url/paths";
import { attemptSignIn } from "./attempt-sign-in";

/** Name and password of who was invited; they are signed in with them at once. */
export function Join({ secret, email, name }: { secret: string; email: string; name: string }) {
  const t = useTranslations("joining");
  const isAwake = useHydrated();
  const form = useActionForm(
    (input: Chosen) => accept(secret, input),
    async ({ email: address }, element) => {
      const password = textOf(new FormData(element), "password");
      const failed = await attemptSignIn({ email: address, password });
      window.location.assign(failed === null ? paths.inbox : paths.signIn);
    },
  );
  const read = (data: FormData) => ({ name: textOf(data, "name"), password: textOf(data, "password") });
  return (
    <form method="post" noValidate onSubmit={form.submit(read)} className="flex flex-col gap-4">
      <FormProblem>{form.problem}</FormProblem>
      <Field label={t("email")} hint={t("emailHint")}>
        {(control) => <Input {...control} type="email" autoComplete="username" value={email} readOnly />}
      </Field>
      <Field label={t("name")} error={form.errorOf("name")}>
        {(control) => <Input {...control} name="name" autoComplete="name" defaultValue={name} />}
      </Field>
      <Field label={t("password")} hint={t("passwordHint")} error={form.errorOf("password")}>
        {(control) => <Input {...control} name="password" type="password" autoComplete="new-password" />}
      </Field>
      <Button
        type="submit"
        variant="primary"
        size="lg"
        pending={form.pending}
        disabled={!isAwake}
        className="mt-1 w-full"
      >
        {t("submit")}
      </Button>
    </form>
  );
}

type Chosen = { name: string; password: string };

async function accept(secret: string, input: Chosen): Promise<ActionResult<{ email: string }>> {
  const response = await fetch(acceptInvitationPath(secret), { method: "POST", body: JSON.stringify(input) });
  if (response.ok) return { ok: true, data: (await response.json()) as { email: string } };
  const said = (await response.json().catch(() => ({}))) as { error?: ActionError };
  return { ok: false, error: said.error ?? { code: "unavailable" } };
}
