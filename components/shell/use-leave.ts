import { useTranslations } from "next-intl";
import { toast } from "@/components/ui/toast";
import { stopReading } from "@/lib/queries/stop-reading";
import { paths } from "@/lib/url/paths";

/** How the session ends: on the server, and with the sign-in page loaded anew, so that nothing read before stays in memory. */
export function useLeave(): () => void {
  const t = useTranslations("shell.account");
  return () => void leave().catch(() => toast(t("signOutFailed"), { tone: "bad", id: "sign-out" }));
}

async function leave(): Promise<void> {
  const { csrfToken } = (await (await fetch("/api/auth/csrf")).json()) as { csrfToken: string };
  const body = new URLSearchParams({ csrfToken, json: "true" });
  const response = await fetch("/api/auth/signout", { method: "POST", body });
  if (!response.ok) throw new Error(`The session did not end: ${response.status}`);
  // The page still stands while the next one is on its way, and has no right to read any more.
  stopReading();
  window.location.assign(paths.signIn);
}
