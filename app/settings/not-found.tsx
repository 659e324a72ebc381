import { Compass } from "lucide-react";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";
import { paths } from "@/lib/url/paths";

/** What is no longer there, such as a removed mailbox: beside the index of the settings, which leads on. */
export default async function SettingsNotFound() {
  const t = await getTranslations("shell.notFound");
  return (
    <div className="flex min-w-0 flex-1 items-center bg-surface">
      <EmptyState
        icon={<Compass aria-hidden />}
        title={t("title")}
        actions={
          <Link href={paths.settings} className={buttonClass()}>
            {t("settings")}
          </Link>
        }
      >
        {t("text")}
      </EmptyState>
    </div>
  );
}
