import { useEffect } from "react";
import { newDraftId } from "@/components/composer/draft-id";
import { useViewer } from "@/components/inbox/viewer";
import { roleMay } from "@/lib/domain/permissions";
import { sendPresence } from "@/lib/queries/presence";
import { presenceTeller } from "./presence-teller";
import { onWriting } from "./writing-signal";

let windowId: string | undefined;

/** Tells teammates that the viewer has the thread open in this window, and when they write in it. */
export function useTellPresence(threadId: number): void {
  const { role } = useViewer().viewer;
  const isTold = roleMay(role, "presence.share");
  useEffect(() => {
    if (!isTold) return;
    const own = (windowId ??= newDraftId());
    const isShown = () => document.visibilityState === "visible";
    const teller = presenceTeller((state) => sendPresence({ windowId: own, threadId, state }), isShown());
    const stopHearing = onWriting((writing) => {
      if (writing.threadId === threadId) teller.write(writing.hasWords);
    });
    const look = () => teller.show(isShown());
    // A page that is closed, and one that comes back from the browser's memory.
    const leave = () => teller.show(false);
    document.addEventListener("visibilitychange", look);
    window.addEventListener("pagehide", leave);
    window.addEventListener("pageshow", look);
    return () => {
      document.removeEventListener("visibilitychange", look);
      window.removeEventListener("pagehide", leave);
      window.removeEventListener("pageshow", look);
      stopHearing();
      teller.stop();
    };
  }, [threadId, isTold]);
}
