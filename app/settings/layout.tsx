import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { SettingsIndex } from "@/components/settings/settings-index";
import { requireSession } from "@/lib/auth/actor";
import { SignedInFrame } from "../signed-in-frame";
import { WithMessages } from "../with-messages";

export async function generateMetadata(): Promise<Metadata> {
  const title = (await getTranslations("settings"))("title");
  return { title: { default: title, template: "%s · Threadwell" } };
}

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const { actor } = await requireSession();
  return (
    <WithMessages of={["commands", "health", "settings", "notifications", "errors"]}>
      <SignedInFrame>
        <div className="flex min-h-0 flex-1">
          <SettingsIndex role={actor.role} />
          {children}
        </div>
      </SignedInFrame>
    </WithMessages>
  );
}
