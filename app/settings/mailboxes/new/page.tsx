import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotInSandbox } from "@/components/sandbox/not-in-sandbox";
import { MailboxForm } from "@/components/settings/mailbox-form";
import { SettingsPane } from "@/components/settings/settings-pane";
import { getSession, requireActor } from "@/lib/auth/actor";
import { oauthNames } from "@/lib/services/mailboxes/oauth-providers";
import { paths } from "@/lib/url/paths";
import { WithMessages } from "../../../with-messages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.mailboxes"))("newTitle") };
}

export default async function NewMailboxPage() {
  await requireActor({ roles: ["admin"] });
  const isTeam = (await getSession())?.workspace.kind === "team";
  const t = await getTranslations("settings.mailboxes");
  return (
    <WithMessages of={["mailbox"]}>
      <SettingsPane title={t("newTitle")} back={paths.mailboxes} className="px-4 py-5 lg:px-5">
        {isTeam ? <MailboxForm oauth={oauthNames()} /> : <NotInSandbox>{t("sandbox")}</NotInSandbox>}
      </SettingsPane>
    </WithMessages>
  );
}
