import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import type { ThreadRow } from "@/lib/domain/thread-view";
import { fetchRows } from "@/lib/queries/threads";
import { isInboxPath, threadPath } from "@/lib/url/paths";
import { answerForFocus, isAppFocused, isDesktopAllowed, isToldOf, showArrival } from "./notify-arrival";
import { useViewer } from "./viewer";

/**
 * Tells of answers as they come: politely on the page, and on the desktop when nobody looks at it. The browser's permission
 * is asked for in the settings, never here.
 * @returns the words for the page's live region, and whom to tell that answers came
 */
export function useArrivals() {
  const t = useTranslations("shell");
  const { viewer } = useViewer();
  const router = useRouter();
  const [said, say] = useState("");
  useEffect(() => answerForFocus(), []);

  const open = (threadId: number) => {
    const path = threadPath(threadId);
    if (isInboxPath(window.location.pathname)) window.history.pushState(null, "", path);
    else router.push(path);
  };
  const arrived = async (threadIds: number[], isTeller: boolean) => {
    const { signal } = new AbortController();
    const { rows } = await fetchRows({ view: "open" }, threadIds, signal).catch(() => ({ rows: [] as ThreadRow[] }));
    const elsewhere = rows.filter(({ id }) => window.location.pathname !== threadPath(id));
    if (elsewhere.length > 0) {
      const words = t("arrived", { count: elsewhere.length, name: elsewhere[0]!.name });
      // The very same words once more would not be read out.
      say((before) => (before === words ? `${words}\u00a0` : words));
    }
    const wanted = rows.filter((row) => isToldOf(viewer, row));
    if (!isTeller || wanted.length === 0 || !isDesktopAllowed() || (await isAppFocused())) return;
    for (const row of wanted.slice(0, MOST_AT_ONCE)) showArrival(row, () => open(row.id));
  };
  return { said, arrived };
}

/** More would only hide one another. */
const MOST_AT_ONCE = 4;
