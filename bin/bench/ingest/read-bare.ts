import PostalMime from "postal-mime";
import { connectImap } from "@/lib/mail/imap/connect";

/** What is asked: where the messages lie, and the first and the last of them by number (RFC 3501 §2.3.1.2). What is answered: how many seconds reading them took. */
export type BareQuestion = { host: string; port: number; user: string; password: string; first: number; last: number };

// imapflow and postal-mime alone, in a process of their own: the app's reader is quicker than the parser as it comes, and shares it.
process.on("message", (asked: BareQuestion) => void readBare(asked).then((seconds) => process.send?.(seconds)));
process.once("disconnect", () => process.exit());

/** @returns seconds from the connection to the last message's parse */
async function readBare({ first, last, ...where }: BareQuestion): Promise<number> {
  const started = performance.now();
  const client = await connectImap({ ...where, security: "none" });
  await client.mailboxOpen("INBOX", { readOnly: true });
  let read = 0;
  for await (const { source } of client.fetch(`${first}:${last}`, { source: true })) {
    await PostalMime.parse(source!);
    read++;
  }
  const took = (performance.now() - started) / 1_000;
  await client.logout();
  if (read !== last - first + 1) throw new Error(`${read} messages came, from ${first} to ${last} were asked for`);
  return took;
}
