/** Where a press of the main button leads in this tab and this app; null for other presses, places of the page, and files. */
export function linkAway(event: MouseEvent, here: string): string | null {
  if (event.defaultPrevented || event.button !== 0) return null;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = (event.target as Element).closest<HTMLAnchorElement>("a[href]");
  if (!link || link.target === "_blank" || link.hasAttribute("download")) return null;
  const [from, to] = [new URL(here), new URL(link.href)];
  const isSamePage = from.pathname === to.pathname && from.search === to.search;
  return from.origin !== to.origin || isSamePage ? null : to.pathname + to.search + to.hash;
}
