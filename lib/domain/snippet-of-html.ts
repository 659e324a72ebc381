const ENTITIES: Record<string, string> = { "&nbsp;": " ", "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"' };
const LENGTH = 120;

/** The beginning of what somebody has written in the editor, on one line and without its markup. */
export function snippetOfHtml(html: string): string {
  const text = html
    .slice(0, 20_000)
    .replace(/<[^<>]*>/g, " ")
    .replace(/&(?:nbsp|amp|lt|gt|quot);/g, (entity) => ENTITIES[entity] ?? "");
  return text.replace(/\s+/g, " ").trim().slice(0, LENGTH);
}
