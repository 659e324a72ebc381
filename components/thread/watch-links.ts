import { pointAtLink } from "./pointed-link";

/** Tells the app's own line which link of a message is pointed at or has the focus, and asks before one is followed. */
export function watchLinks(inner: Document, onFollow: (address: string) => boolean): () => void {
  const point = ({ target }: Event) => pointAtLink(addressAt(target));
  const leave = () => pointAtLink(null);
  const follow = (event: Event) => {
    // The other button opens the browser's menu, and follows nothing.
    if ((event as MouseEvent).button === 2) return;
    const address = addressAt(event.target);
    if (address !== null && !onFollow(address)) event.preventDefault();
  };
  const listeners: [string, (event: Event) => void][] = [
    ["pointerover", point],
    ["focusin", point],
    ["pointerout", leave],
    ["focusout", leave],
    ["click", follow],
    ["auxclick", follow],
  ];
  for (const [name, listen] of listeners) inner.addEventListener(name, listen);
  return () => {
    leave();
    for (const [name, listen] of listeners) inner.removeEventListener(name, listen);
  };
}

/** A node of the frame is no instance of this page's classes. The address is as the browser reads it: a host in ASCII. */
function addressAt(target: EventTarget | null): string | null {
  const link = (target as Element | null)?.closest?.<HTMLAnchorElement>("a[href]");
  return link ? link.href : null;
}
