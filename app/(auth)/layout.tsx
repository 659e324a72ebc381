import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { BrandMark } from "@/components/shell/brand";
import { WithMessages } from "../with-messages";

export default async function AuthLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations("common");
  return (
    <main className="flex min-h-dvh justify-center bg-surface px-4 pt-[12vh] pb-12">
      <div className="w-full max-w-[20rem]">
        <p className="flex items-center gap-2 text-16 font-strong tracking-tight">
          <BrandMark className="size-6" />
          {t("appName")}
        </p>
        <WithMessages of={["auth", "sandbox.setup", "errors"]}>{children}</WithMessages>
      </div>
    </main>
  );
}
