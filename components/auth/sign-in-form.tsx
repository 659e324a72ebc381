"use client";

import { Eye, EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useHydrated } from "@/components/ui/use-hydrated";
import { safeReturnPath } from "@/lib/url/paths";
import { attemptSignIn, type SignInFailure } from "./attempt-sign-in";

type Problem = "emailRequired" | "passwordRequired" | SignInFailure;

/** Address and password. A refusal keeps the address, says what is wrong below the password and puts focus there. */
export function SignInForm({ callbackUrl, initialProblem }: { callbackUrl: string; initialProblem: Problem | null }) {
  const t = useTranslations("auth");
  const [problem, setProblem] = useState(initialProblem);
  const [pending, setPending] = useState(false);
  const isAwake = useHydrated();
  const email = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = { email: email.current?.value.trim() ?? "", password: password.current?.value ?? "" };
    const missing = given.email === "" ? "emailRequired" : given.password === "" ? "passwordRequired" : null;
    if (missing) return refuse(missing);
    setPending(true);
    const failed = await attemptSignIn(given);
    if (failed === null) return window.location.assign(safeReturnPath(callbackUrl, window.location.origin));
    setPending(false);
    refuse(failed);
  }

  function refuse(next: Problem) {
    setProblem(next);
    (next === "emailRequired" ? email : password).current?.focus();
  }

  const emailError = problem === "emailRequired" ? t("errors.emailRequired") : undefined;
  const passwordError = problem && problem !== "emailRequired" ? t(`errors.${problem}`) : undefined;
  // Without its script yet, the form must not put a password into an address: hence the method.
  return (
    <form method="post" noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      <Field label={t("email")} error={emailError}>
        {(control) => <Input {...control} ref={email} name="email" type="email" autoComplete="username" required />}
      </Field>
      <Field label={t("password")} error={passwordError}>
        {(control) => <PasswordInput {...control} ref={password} />}
      </Field>
      <Button type="submit" variant="primary" size="lg" pending={pending} disabled={!isAwake} className="mt-1 w-full">
        {t("submit")}
      </Button>
    </form>
  );
}

function PasswordInput(props: React.ComponentProps<"input">) {
  const t = useTranslations("auth");
  const [shown, setShown] = useState(false);
  return (
    <span className="relative flex">
      <Input
        {...props}
        name="password"
        type={shown ? "text" : "password"}
        autoComplete="current-password"
        required
        className="pr-9"
      />
      <button
        type="button"
        aria-label={shown ? t("hidePassword") : t("showPassword")}
        onClick={() => setShown(!shown)}
        className="absolute top-1/2 right-1 inline-flex size-6 -translate-y-1/2 items-center justify-center rounded-2 text-text-2 hover:bg-hover"
      >
        {shown ? <EyeOff aria-hidden className="size-[15px]" /> : <Eye aria-hidden className="size-[15px]" />}
      </button>
    </span>
  );
}
