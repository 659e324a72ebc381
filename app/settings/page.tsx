import { Settings } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import { requireActor } from "@/lib/auth/actor";

export default async function SettingsPage() {
  await requireActor();
  const t = await getTranslations("settings.choose");
  return (
    <div className="hidden flex-1 md:block">
      <EmptyState icon={<Settings aria-hidden />} title={t("title")} className="pt-[20vh]">
        {t("text")}
      </EmptyState>
    </div>
  );
}
