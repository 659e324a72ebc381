import type { BrowserContext } from "@playwright/test";
import { rawMail } from "@/lib/testing/raw-mail";
import { viewPath } from "@/lib/url/paths";
import type { Outcome } from "../measures";
import type { Office } from "../office";
import { summarise } from "../statistics";
import type { Answered } from "../targets";
import { goTo, within } from "./open-browser";

const PAUSE_MS = 300;

/** From when the mail server has taken a lead's answer to when its row stands in the open inbox. */
export async function measureDelivery(
  context: BrowserContext,
  { imap }: Office,
  answered: Answered[],
): Promise<Outcome> {
  if (!imap)
    return {
      missing: "delivery to the screen needs Dovecot and Postfix (Debian: dovecot-imapd dovecot-lmtpd postfix)",
    };
  const page = await context.newPage();
  const took: number[] = [];
  const following = page.waitForResponse((response) => new URL(response.url()).pathname === "/api/events");
  await goTo(page, viewPath("inbox"));
  await following;
  for (const { threadId, mailbox, lead, messageId, subject } of answered) {
    await page.evaluate((id) => window.probe.arm({ kind: "row", id }), threadId);
    const raw = rawMail({ from: lead, to: mailbox, subject: `Re: ${subject}`, inReplyTo: messageId, date: new Date() });
    await imap.deliver(raw, mailbox, lead);
    const deliveredAt = Date.now();
    const shownAt = page.evaluate(() => window.probe.shownAt());
    took.push((await within(page, shownAt, "An answer did not come to the screen")) - deliveredAt);
    await page.waitForTimeout(PAUSE_MS);
  }
  await page.close();
  return summarise(took);
}
