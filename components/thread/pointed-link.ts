/** The address of the link in a message that the pointer or the focus is on; the app's own line shows it. */
let pointed: string | null = null;
const listeners = new Set<() => void>();

export function pointAtLink(address: string | null): void {
  if (address === pointed) return;
  pointed = address;
  for (const listen of listeners) listen();
}

export const pointedLink = (): string | null => pointed;

export function onPointedLink(listen: () => void): () => void {
  listeners.add(listen);
  return () => listeners.delete(listen);
}
