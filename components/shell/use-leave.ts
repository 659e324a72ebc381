import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { toast } from "@/components/ui/toast";
import { releaseSessionEnd } from "@/lib/queries/session-end";
import { stopReading } from "@/lib/queries/stop-reading";
import { paths } from "@/lib/url/paths";

/**
 * How the session ends: on the server, and with the sign-in page loaded anew, so that nothing read before stays in memory.
 * @param to the sign-in page, with where it leads back to
 */
export function useLeave(to: string = paths.signIn): () => void {
  const t = useTranslations("shell.account");
  const queries = useQueryClient();
  return () =>
    void leave(queries, to).catch(() => {
      releaseSessionEnd();
      toast(t("signOutFailed"), { tone: "bad", id: "sign-out" });
      void queries.invalidateQueries();
    });
}

async function leave(queries: QueryClient, to: string): Promise<void> {
  const { csrfToken } = (await (await fetch("/api/auth/csrf")).json()) as { csrfToken: string };
  const body = new URLSearchParams({ csrfToken, json: "true" });
  // What is being read would be refused as soon as the session is over.
  await queries.cancelQueries();
  const response = await fetch("/api/auth/signout", { method: "POST", body });
  if (!response.ok) throw new Error(`The session did not end: ${response.status}`);
  // The page still stands while the next one is on its way, and has no right to read any more.
  stopReading();
  window.location.assign(to);
}
