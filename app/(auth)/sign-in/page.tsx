import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { ProviderButton } from "@/components/auth/provider-button";
import { problemOf } from "@/components/auth/sign-in-problem";
import { SignInForm } from "@/components/auth/sign-in-form";
import { FormProblem } from "@/components/settings/form-problem";
import { getActor } from "@/lib/auth/actor";
import { oidcName } from "@/lib/auth/oidc-provider";
import { originOf } from "@/lib/auth/trusted-origin";
import { safeReturnPath } from "@/lib/url/paths";

type SearchParams = Promise<Record<string, string | string[] | undefined>>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("title") };
}

export default async function SignInPage({ searchParams }: { searchParams: SearchParams }) {
  const { callbackUrl, error } = await searchParams;
  const asked = typeof callbackUrl === "string" ? callbackUrl : null;
  const target = safeReturnPath(asked, originOf(await headers()));
  if (await getActor()) redirect(target);
  const t = await getTranslations("auth");
  const problem = problemOf(error);
  const provider = oidcName();
  return (
    <>
      <h1 className="mt-8 mb-5 text-20 font-strong tracking-display">{t("title")}</h1>
      {problem?.of === "page" ? (
        <div className="mb-4">
          <FormProblem>{t(`errors.${problem.word}`)}</FormProblem>
        </div>
      ) : null}
      <SignInForm callbackUrl={target} initialProblem={problem?.of === "form" ? problem.word : null} />
      <p className="mt-4 text-12 text-text-3">{t("forgotten")}</p>
      {provider ? <ProviderButton name={provider} callbackUrl={target} /> : null}
    </>
  );
}
