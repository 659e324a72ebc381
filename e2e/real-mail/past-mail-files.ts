import { rawMail } from "@/lib/testing/raw-mail";
import { expect } from "../fixtures";
import { SAM, test } from "../steps/office";
import { rowOf } from "../steps/inbox";

const FIRST = { messageId: "old-1@acme.test", subject: "Metering in Bergen" };
const DATE = new Date(Date.now() - 60 * 86_400_000);

/** Past mail of a connected mailbox comes in from a file of another program. */
export function declarePastMailFiles(): void {
  test("an old mbox is looked through, sent and read by the page, and its thread is found", async ({
    page,
    expectAccessible,
  }) => {
    const asked = rawMail({ ...FIRST, from: SAM.address, to: "olga@bergen.test", date: DATE });
    const answered = rawMail({
      from: "Olga Berg <olga@bergen.test>",
      to: SAM.address,
      subject: `Re: ${FIRST.subject}`,
      messageId: "old-2@bergen.test",
      inReplyTo: FIRST.messageId,
      date: new Date(DATE.getTime() + 3_600_000),
      body: "Call me about the fjord line.\n",
    });
    const mark = (name: string) => Buffer.from(`From ${name} Tue Nov 17 16:20:00 2026\n`);
    const old = Buffer.concat([mark("sam"), asked, Buffer.from("\n"), mark("olga"), answered, Buffer.from("\n")]);

    await page.goto("/settings/import?kind=mail");
    const files = page.getByRole("region", { name: "From files" });
    await files.getByLabel("Files of mail").setInputFiles([
      { name: "notes.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n") },
      { name: "takeout.mbox", mimeType: "application/mbox", buffer: old },
    ]);
    await expect(files.getByRole("listitem").filter({ hasText: "takeout.mbox" })).toContainText("2 messages");
    await expect(files.getByRole("listitem").filter({ hasText: "notes.pdf" })).toContainText("This is no mail");
    await expectAccessible();
    await files.getByRole("button", { name: "Import 2 messages" }).click();

    const told = page.getByRole("table", { name: "Latest" }).getByRole("row").filter({ hasText: "takeout.mbox" });
    await expect(told).toContainText("2 new messages, 0 there already");
    await expect(files.getByRole("listitem")).toHaveCount(0);

    await page.goto("/inbox?view=all&q=fjord");
    await expect(rowOf(page, FIRST.subject)).toContainText("Olga Berg");
  });
}
