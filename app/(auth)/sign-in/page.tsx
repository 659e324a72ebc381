import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { SignInForm } from "@/components/auth/sign-in-form";
import { getActor } from "@/lib/auth/actor";
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
  const problem = error === "rate_limited" || error === "unavailable" ? error : error ? "mismatch" : null;
  return (
    <>
      <h1 className="mt-8 mb-5 text-20 font-strong tracking-display">{t("title")}</h1>
      <SignInForm callbackUrl={target} initialProblem={problem} />
    </>
  );
}
