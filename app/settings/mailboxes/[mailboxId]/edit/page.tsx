import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { MailboxForm } from "@/components/settings/mailbox-form";
import { MailboxSettingsForm } from "@/components/settings/mailbox-settings-form";
import { SettingsPane } from "@/components/settings/settings-pane";
import { requireContext } from "@/lib/auth/actor";
import { listMailboxes } from "@/lib/services/mailboxes/list-mailboxes";
import { oauthNames } from "@/lib/services/mailboxes/oauth-providers";
import { CONNECTION, mailboxPath } from "@/lib/url/paths";
import { settingsTitle } from "../../../settings-title";
import { WithMessages } from "../../../../with-messages";

export const generateMetadata = settingsTitle("mailboxes");

export default async function MailboxSettingsPage({ params }: { params: Promise<{ mailboxId: string }> }) {
  const context = await requireContext({ roles: ["admin"] });
  const { mailboxId } = await params;
  const mailbox = (await listMailboxes(context)).find(({ id }) => id === mailboxId);
  if (!mailbox) notFound();
  const t = await getTranslations("mailbox");
  const zones = [...new Set(["UTC", mailbox.timeZone, ...Intl.supportedValuesOf("timeZone")])];
  return (
    <WithMessages of={["mailbox", "composer.tools"]}>
      <SettingsPane
        title={t("settings.title", { address: mailbox.address })}
        back={mailboxPath(mailbox.id)}
        className="px-4 py-5 lg:px-5"
      >
        <MailboxSettingsForm key={mailbox.id} mailbox={mailbox} zones={zones} />
        {mailbox.engine === "smtp" ? (
          <section id={CONNECTION} className="mt-8 flex max-w-2xl scroll-mt-4 flex-col gap-4 border-t border-line pt-6">
            <h2 className="text-14 font-strong tracking-tight">{t("form.connection")}</h2>
            <MailboxForm mailbox={mailbox} oauth={oauthNames()} />
          </section>
        ) : null}
      </SettingsPane>
    </WithMessages>
  );
}
