import { FlaskConical } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import type { ReactNode } from "react";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";
import { paths } from "@/lib/url/paths";

/** Says at once, in place of a form, what the sandbox does not have, with the way out of it. */
export function NotInSandbox({ children }: { children: ReactNode }) {
  const t = useTranslations("shell.sandbox");
  return (
    <EmptyState
      icon={<FlaskConical aria-hidden />}
      title={t("notHere")}
      actions={
        <Link href={paths.setup} className={buttonClass({ variant: "primary" })}>
          {t("setUp")}
        </Link>
      }
    >
      {children}
    </EmptyState>
  );
}
