import { whenIdle } from "@/components/ui/when-idle";
import { isInboxPath } from "@/lib/url/paths";

let callOff: () => void = () => undefined;
/** An address that stands and that the router has not heard of yet. */
let untold: string | null = null;
let guarding: History["replaceState"] | null = null;

/**
 * Sets the address at once and tells the router of it only when the page has nothing better to do: the router draws the whole page
 * anew for it, which kept the thread waiting that was being read meanwhile. An entry with the router's own state passes it by.
 */
export function setAddressFirst(how: "pushState" | "replaceState", address: string): void {
  callOff();
  guard(window.history);
  untold = address;
  window.history[how](window.history.state, "", address);
  callOff = whenIdle(() => {
    untold = null;
    // Whoever has gone elsewhere since has told the router of that.
    if (here() === address) window.history.replaceState(null, "", address);
  });
}

/**
 * The router writes the address that it has drawn, at the end of its drawing. Where somebody has opened a thread meanwhile, that
 * address is an old one and would close it again: what stands then stays.
 */
function guard(history: History): void {
  // A router that begins anew takes its own way of writing, and with it this, away.
  if (history.replaceState === guarding) return;
  const write = history.replaceState.bind(history);
  guarding = (state, unused, url) =>
    write(state, unused, untold !== null && isRouters(state) && isOfInbox(url) && here() === untold ? untold : url);
  history.replaceState = guarding;
}

const here = (): string => window.location.pathname + window.location.search;

const isOfInbox = (url: string | URL | null | undefined): boolean =>
  url != null && isInboxPath(new URL(url, window.location.href).pathname);

/** The mark by which Next.js knows its own entries (`HistoryUpdater` in its app router). */
const isRouters = (state: unknown): boolean => typeof state === "object" && state !== null && "__NA" in state;
