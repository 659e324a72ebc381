import "@fontsource-variable/geist-mono/wght.css";
import "./fonts.css";
import "./globals.css";
import type { Metadata, Viewport } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { EARLY_KEYS_SCRIPT } from "@/components/commands/early-keys";
import { Providers } from "@/components/shell/providers";
import { isTheme, SYSTEM_THEME_SCRIPT, THEME_COOKIE } from "@/components/shell/theme";
import { LazyToaster } from "@/components/ui/lazy-toaster";
import { getSession } from "@/lib/auth/actor";
import { pickMessages } from "@/lib/i18n/pick-messages";

export const metadata: Metadata = {
  title: { default: "Threadwell", template: "%s · Threadwell" },
  icons: { icon: "/icon.svg" },
};
export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  // What is docked below stays above the keyboard of a phone.
  interactiveWidget: "resizes-content",
};

/** What pages of every kind say; layouts further in add what theirs do. */
const EVERYWHERE = ["common", "shell"];

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  const chosen = (await cookies()).get(THEME_COOKIE)?.value;
  const theme = isTheme(chosen) ? chosen : "system";
  const t = await getTranslations("common");
  // A database that does not answer is the page's to say.
  const session = await getSession().catch(() => null);
  return (
    <html
      lang={await getLocale()}
      data-theme={theme === "dark" ? "dark" : "light"}
      data-theme-choice={theme}
      suppressHydrationWarning
    >
      <head>
        <link rel="preload" href="/fonts/inter-4.1-letters.woff2" as="font" type="font/woff2" crossOrigin="anonymous" />
        <script nonce={nonce} dangerouslySetInnerHTML={{ __html: SYSTEM_THEME_SCRIPT }} suppressHydrationWarning />
        <script nonce={nonce} dangerouslySetInnerHTML={{ __html: EARLY_KEYS_SCRIPT }} suppressHydrationWarning />
      </head>
      <body>
        <NextIntlClientProvider
          timeZone={session?.timeZone ?? "UTC"}
          messages={pickMessages(await getMessages(), EVERYWHERE)}
        >
          <Providers>
            {children}
            <LazyToaster closeLabel={t("close")} failedLabel={t("partFailed")} />
          </Providers>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
