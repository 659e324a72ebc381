import { useEffect } from "react";

const FIGURE = /^\(\d+\+?\) /;

/** Puts the number of unread threads before the page's title, whatever page sets it. */
export function useUnreadTitle(unread: number): void {
  useEffect(() => {
    const figure = unread >= 1000 ? "(999+) " : unread > 0 ? `(${unread}) ` : "";
    const write = () => {
      const title = figure + document.title.replace(FIGURE, "");
      if (document.title !== title) document.title = title;
    };
    write();
    const observer = new MutationObserver(write);
    observer.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => observer.disconnect();
  }, [unread]);
}
