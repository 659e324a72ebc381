import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { SettingsIndex } from "@/components/settings/settings-index";
import { AppShell } from "@/components/shell/app-shell";
import { requireContext } from "@/lib/auth/actor";
import { requireShellSession } from "@/lib/auth/shell-session";
import { countThreads } from "@/lib/services/threads/count-threads";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("title") };
}

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const [session, context] = await Promise.all([requireShellSession(), requireContext()]);
  return (
    <AppShell session={session} counts={(await countThreads(context)).views}>
      <div className="flex min-h-0 flex-1">
        <SettingsIndex role={session.role} />
        {children}
      </div>
    </AppShell>
  );
}
