import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { headers } from "next/headers";
import Link from "next/link";
import { Join } from "@/components/auth/join";
import { ProviderButton } from "@/components/auth/provider-button";
import { buttonClass } from "@/components/ui/button-class";
import { oidcName } from "@/lib/auth/oidc-provider";
import { visitorOf } from "@/lib/auth/visitor-of";
import { systemClock } from "@/lib/core/clock";
import { AppError } from "@/lib/core/errors";
import { database, databasePool } from "@/lib/db/client";
import { findInvitation } from "@/lib/services/member-invitations/find-invitation";
import { paths } from "@/lib/url/paths";
import { WithMessages } from "../../../with-messages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("joining"))("title"), referrer: "no-referrer" };
}

/** For whoever has the link: the secret in it is the permission. */
export default async function InvitationPage({ params }: { params: Promise<{ secret: string }> }) {
  const { secret } = await params;
  const t = await getTranslations("joining");
  const found = await findFor(secret);
  if (found === null || found === "rate_limited")
    return (
      <>
        <h1 className="mt-8 mb-2 text-20 font-strong tracking-display">{t("overTitle")}</h1>
        <p className="mb-5 text-13 text-text-2">{t(found === null ? "overText" : "tooMany")}</p>
        <Link href={paths.signIn} className={buttonClass({ size: "lg" })}>
          {t("toSignIn")}
        </Link>
      </>
    );
  const provider = oidcName();
  return (
    <WithMessages of={["joining"]}>
      <h1 className="mt-8 mb-2 text-20 font-strong tracking-display">
        {t("join", { workspace: found.workspaceName })}
      </h1>
      <p className="mb-5 text-13 text-text-2">{t("invitedBy", { inviter: found.invitedBy })}</p>
      <Join secret={secret} email={found.email} name={found.name} />
      {provider ? <ProviderButton name={provider} callbackUrl={paths.inbox} /> : null}
    </WithMessages>
  );
}

async function findFor(secret: string) {
  const { address } = visitorOf(await headers());
  try {
    return await findInvitation({ db: database(), pool: databasePool(), now: systemClock }, { secret, address });
  } catch (error) {
    if (error instanceof AppError && error.code === "rate_limited") return "rate_limited" as const;
    throw error;
  }
}
