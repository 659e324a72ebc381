import { useEffect } from "react";
import { randomId } from "@/components/ui/random-id";
import { useViewer } from "@/components/inbox/viewer";
import { afterPaint } from "@/components/ui/after-paint";
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
    const own = (windowId ??= randomId());
    const isShown = () => document.visibilityState === "visible";
    let isClosing = false;
    // What was pressed is seen first; a page that closes draws nothing more.
    const teller = presenceTeller((state) => {
      const say = () => sendPresence({ windowId: own, threadId, state });
      if (isClosing || !isShown()) say();
      else afterPaint(say);
    }, isShown());
    const stopHearing = onWriting((writing) => {
      if (writing.threadId === threadId) teller.write(writing.hasWords);
    });
    // A page that is closed, and one that comes back from the browser's memory.
    const leave = () => {
      isClosing = true;
      teller.show(false);
    };
    const look = () => {
      isClosing = false;
      teller.show(isShown());
    };
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
