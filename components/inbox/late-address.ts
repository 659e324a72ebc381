import { whenIdle } from "@/components/ui/when-idle";

let callOff: () => void = () => undefined;

/**
 * Sets the address at once and tells the router of it only when the page has nothing better to do: the router draws the whole page
 * anew for it, which kept the thread waiting that was being read meanwhile. An entry with the router's own state passes it by.
 */
export function setAddressFirst(how: "pushState" | "replaceState", address: string): void {
  callOff();
  window.history[how](window.history.state, "", address);
  callOff = whenIdle(() => {
    // Whoever has gone elsewhere since has told the router of that.
    if (window.location.pathname + window.location.search === address) window.history.replaceState(null, "", address);
  });
}
