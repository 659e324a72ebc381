import { Compass } from "lucide-react";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";
import { paths } from "@/lib/url/paths";

export default async function NotFound() {
  const t = await getTranslations("shell.notFound");
  return (
    <main className="flex min-h-dvh items-center bg-surface">
      <EmptyState
        icon={<Compass aria-hidden />}
        title={t("title")}
        actions={
          <Link href={paths.inbox} className={buttonClass()}>
            {t("back")}
          </Link>
        }
      >
        {t("text")}
      </EmptyState>
    </main>
  );
}
