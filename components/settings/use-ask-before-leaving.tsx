import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from "react";
import { holdPage } from "@/components/shell/held-page";
import { ConfirmLeaving } from "./confirm-leaving";
import { linkAway } from "./link-away";

type Go = () => void;

/**
 * Asks before a page is left on which something is not saved: by a link or a command, by the browser's way back where it can be held,
 * and, in the browser's own words, by loading anew. `leave` asks for what leaves otherwise; the question is drawn by whoever holds the page.
 */
export function useAskBeforeLeaving(isChanged: () => boolean): { leave: (go: Go) => void; question: ReactNode } {
  const router = useRouter();
  const [asked, setAsked] = useState<{ go: Go } | null>(null);
  const isLeft = useRef(false);
  const isUnsaved = () => !isLeft.current && isChanged();
  const isHeld = useEffectEvent(isUnsaved);
  const push = useEffectEvent((href: string) => router.push(href));
  const leave = (go: Go) => (isUnsaved() ? setAsked({ go }) : go());
  const onCommand = useEffectEvent(leave);

  useEffect(() => {
    const onUnload = (event: BeforeUnloadEvent) => {
      if (isHeld()) event.preventDefault();
    };
    const onClick = (event: MouseEvent) => {
      const href = linkAway(event, window.location.href);
      if (href === null || !isHeld()) return;
      event.preventDefault();
      event.stopPropagation();
      setAsked({ go: () => push(href) });
    };
    const onNavigate = (event: NavigateEvent) => {
      if (event.navigationType !== "traverse" || !event.cancelable || !isHeld()) return;
      event.preventDefault();
      const { key } = event.destination;
      setAsked({ go: () => void window.navigation.traverseTo(key) });
    };
    // Not every browser has it.
    const navigation = "navigation" in window ? window.navigation : null;
    const release = holdPage((go) => onCommand(go));
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
    isLeft.current = true;
    setAsked(null);
    asked?.go();
  };
  return {
    leave,
    question: asked ? <ConfirmLeaving onLeave={go} onBack={() => setAsked(null)} /> : null,
  };
}
