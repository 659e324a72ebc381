/** What a person has written of a body: its text without quotes and pictures. Only for looking words up, never shown as HTML. */
export function ownWords(bodyHtml: string): string {
  const withoutQuotes = bodyHtml.replace(/<blockquote\b[\s\S]*?(?:<\/blockquote>|$)/gi, " ");
  return withoutQuotes
    .replace(/<[^>]*>/g, " ")
    .replace(/&nbsp;/g, " ")
    .replace(/&(?:#39|apos);/g, "'")
    .replace(/&amp;/g, "&");
}
