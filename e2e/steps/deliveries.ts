import type { APIRequestContext } from "@playwright/test";
import { parseMessage } from "@/lib/mail/mime/parse";
import { SANDBOX_API_KEY } from "../secrets";

/** What left for a Message-ID: recipients, headers as they stand, and the message as a mail program reads it. */
export async function deliveriesOf(request: APIRequestContext, messageId: string) {
  const response = await request.get("/api/sandbox/deliveries", {
    params: { message_id: messageId },
    headers: { authorization: `Bearer ${SANDBOX_API_KEY}` },
  });
  const deliveries = (await response.json()) as { recipients: string[]; raw: string }[];
  return Promise.all(
    deliveries.map(async ({ recipients, raw }) => ({
      recipients,
      raw,
      headers: raw.slice(0, raw.indexOf("\r\n\r\n")).replace(/\r\n[ \t]+/g, " "),
      mail: await parseMessage(Buffer.from(raw)),
    })),
  );
}

/** All values of a header, unfolded. */
export function headerOf(headers: string, name: string): string[] {
  const prefix = `${name.toLowerCase()}: `;
  return headers
    .split("\r\n")
    .filter((line) => line.toLowerCase().startsWith(prefix))
    .map((line) => line.slice(prefix.length));
}
