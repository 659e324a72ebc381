/** Whether HTML of the clipboard is a picture and nothing to read: so browsers copy one out of a page, with its bytes beside it. */
export function isPictureAlone(html: string): boolean {
  const words = html
    .replace(/<!--[\s\S]*?-->|<(style|script|title)\b[\s\S]*?<\/\1\s*>/gi, "")
    .replace(/<[^>]*>|&nbsp;|\s/g, "");
  return words === "" && /<img\b/i.test(html) && !/<table\b/i.test(html);
}
