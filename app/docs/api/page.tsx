import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { headers } from "next/headers";
import { ApiDocs } from "@/components/docs/api-docs";
import { roleMay } from "@/lib/domain/permissions";
import { openApiDocument } from "@/lib/api/openapi";
import { getSession } from "@/lib/auth/actor";
import { originOf } from "@/lib/auth/trusted-origin";
import { systemClock } from "@/lib/core/clock";
import { env } from "@/lib/core/env";
import { database } from "@/lib/db/client";
import { findLatestReply } from "@/lib/services/replies/find-latest-reply";
import { WithMessages } from "../../with-messages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("docs"))("title") };
}

/** As public as the document itself; who is signed in finds commands that work in his workspace. */
export default async function ApiDocsPage() {
  const session = await getSession();
  const { API_RATE_PER_2S: burst, API_RATE_PER_MINUTE: minute } = env();
  // A client makes no keys: for them the page is as for strangers.
  const reader =
    session && roleMay(session.actor.role, "apiKey.own")
      ? {
          isSandbox: session.workspace.kind === "sandbox",
          messageId: await findLatestReply({ actor: session.actor, db: database(), now: systemClock }),
        }
      : null;
  return (
    <WithMessages of={["docs"]}>
      <ApiDocs
        document={openApiDocument()}
        origin={originOf(await headers())}
        rates={{ burst, minute }}
        reader={reader}
      />
    </WithMessages>
  );
}
