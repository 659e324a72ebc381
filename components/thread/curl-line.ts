import type { ApiIds } from "@/lib/domain/message-view";

/** A command that answers a message through the API, ready but for the key. Null where there is no campaign to name. */
export function curlLine(origin: string, { campaignId, emailStatsId, replyMessageId, id }: ApiIds): string | null {
  if (campaignId === null) return null;
  const body = {
    campaignId,
    emailStatsId,
    id,
    replyMessageId,
    emailBody: "Thanks for your interest!",
    addSignature: true,
  };
  const url = `${origin}/api/v1/email-campaigns/send-email-thread?api_key=KEY`;
  return `curl -X POST "${url}" -H "Content-Type: application/json" -d ${inQuotes(JSON.stringify(body))}`;
}

/** Single quotes keep a shell from reading anything in it; a quote itself is closed, escaped and opened again. */
const inQuotes = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;
