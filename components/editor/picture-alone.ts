/** Whether HTML of the clipboard is a picture and nothing to read: so browsers copy one out of a page, with its bytes beside it. */
export function isPictureAlone(html: string): boolean {
  if (!/<img\b/i.test(html) || /<table\b/i.test(html)) return false;
  // Each begins anew where another one opens: whatever stands there costs its length once.
  const words = html
    .replace(/<!--(?:(?!<!--)[\s\S])*?-->|<(style|script|title)\b(?:(?!<\1\b)[\s\S])*?<\/\1\s*>/gi, "")
    .replace(/<[^<>]*>|&nbsp;|\s/g, "");
  return words === "";
}
