import { FlaskConical } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { Banner } from "@/components/ui/banner";
import { paths } from "@/lib/url/paths";

/** Says on every page of the sandbox that nothing here is real. */
export function SandboxBanner({ canSetUp }: { canSetUp: boolean }) {
  const t = useTranslations("shell.sandbox");
  return (
    <Banner
      tone="accent"
      icon={<FlaskConical aria-hidden />}
      className="py-1.5"
      actions={
        canSetUp ? (
          <Link href={paths.setup} className="font-medium text-accent-text underline-offset-2 hover:underline">
            {t("setUp")}
          </Link>
        ) : null
      }
    >
      <strong className="font-strong">{t("title")}</strong> {t("text")}
    </Banner>
  );
}
