import { looksLikeHtml, paragraphsOf } from "@/lib/domain/plain-text";

/** The body of a reply as it is kept. Plain text keeps its lines; scripts would only make a receiver's filter suspicious. All else leaves as it was written. */
export function replyBody(emailBody: string): string {
  if (!looksLikeHtml(emailBody)) return paragraphsOf(emailBody);
  return emailBody.replace(/<script\b[^<>]*>[\s\S]*?(<\/script\s*>|$)/gi, "");
}
