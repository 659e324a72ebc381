import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useState, type ReactNode } from "react";
import { holdPage, isPageHeld, leavePage } from "@/components/shell/held-page";
import { ConfirmLeaving } from "./confirm-leaving";
import { linkAway } from "./link-away";

type Go = () => void;

/**
 * Asks before a page is left on which something is not saved: by a link or a command, by the browser's way back where it can be held,
 * and, in the browser's own words, by loading anew. Of several forms of a page one asks for all. `leave` asks for what closes this
 * form alone; the question is drawn by whoever holds the page.
 */
export function useAskBeforeLeaving(isChanged: () => boolean): { leave: (go: Go) => void; question: ReactNode } {
  const router = useRouter();
  const [asked, setAsked] = useState<{ go: Go } | null>(null);
  const isUnsaved = useEffectEvent(isChanged);
  const push = useEffectEvent((href: string) => router.push(href));

  useEffect(() => {
    const onUnload = (event: BeforeUnloadEvent) => {
      if (isPageHeld()) event.preventDefault();
    };
    const onClick = (event: MouseEvent) => {
      const href = linkAway(event, window.location.href);
      if (href === null || !isPageHeld()) return;
      event.preventDefault();
      event.stopPropagation();
      leavePage(() => push(href));
    };
    const onNavigate = (event: NavigateEvent) => {
      const isForAnother = event.defaultPrevented || event.navigationType !== "traverse" || !event.cancelable;
      if (isForAnother || !isPageHeld()) return;
      event.preventDefault();
      const { key } = event.destination;
      leavePage(() => void window.navigation.traverseTo(key));
    };
    // Not every browser has it.
    const navigation = "navigation" in window ? window.navigation : null;
    const release = holdPage({ isUnsaved: () => isUnsaved(), ask: (go) => setAsked({ go }) });
    window.addEventListener("beforeunload", onUnload);
    document.addEventListener("click", onClick, true);
    navigation?.addEventListener("navigate", onNavigate);
    return () => {
      release();
      window.removeEventListener("beforeunload", onUnload);
      document.removeEventListener("click", onClick, true);
      navigation?.removeEventListener("navigate", onNavigate);
    };
  }, []);

  const go = () => {
    setAsked(null);
    asked?.go();
  };
  return {
    leave: (next) => (isChanged() ? setAsked({ go: next }) : next()),
    question: asked ? <ConfirmLeaving onLeave={go} onBack={() => setAsked(null)} /> : null,
  };
}
