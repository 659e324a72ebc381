/** Puts a text on the clipboard. @returns whether it could: there is none outside secure contexts */
export function copyText(text: string): Promise<boolean> {
  // The types know of no page without one.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (!clipboard) return Promise.resolve(false);
  return clipboard.writeText(text).then(
    () => true,
    () => false,
  );
}
