import { expect, test } from "./fixtures";
import { composerOf, replyCard, startReply } from "./steps/composer";
import { deliveriesOf, headerOf } from "./steps/deliveries";
import { CAMPAIGN, threadOf, waitingThread } from "./steps/threads";

const SHEET = { name: "night load, Q4.csv", mimeType: "text/csv", buffer: Buffer.from("hall;kW\nA;41\nB;7,5\n") };
const BYTES = {
  name: "figures é.bin",
  mimeType: "application/octet-stream",
  buffer: Buffer.from([0, 255, 13, 10, 46, 13, 10, 9, 200]),
};

test("a lead is answered in rich text with Cc, Bcc and two files, and the answer comes into the open thread", async ({
  page,
  request,
  signInAs,
}) => {
  await signInAs("sdr");
  const thread = await waitingThread(page, CAMPAIGN.mainJob);
  const parent = thread.messages.findLast(({ direction, isAutomatic }) => direction === "in" && !isAutomatic)!;

  await page.getByRole("combobox", { name: "Search threads" }).fill(thread.contact.address);
  await page.locator(`[data-thread="${thread.id}"]`).click();
  await expect(page).toHaveURL(new RegExp(`/inbox/${thread.id}`));
  await expect(page.locator(`[data-message="${parent.id}"]`)).toBeVisible();

  const composer = await startReply(page);
  await expect(composer.root.getByRole("button", { name: `Remove ${parent.from.name}` })).toBeVisible();
  await composer.address("To", "second@customer.test");
  await composer.address("Cc", '"Chef, Production" <chef@customer.test>');
  await composer.address("Bcc", "archive@seller.test");
  await composer.text.click();
  await page.keyboard.type("Here is ");
  await composer.tool("Bold").click();
  await page.keyboard.type("what you asked for");
  await composer.tool("Bold").click();
  await page.keyboard.press("Enter");
  await composer.tool("Bulleted list").click();
  await page.keyboard.type("the night load");
  await page.keyboard.press("Enter");
  await page.keyboard.type("two Sundays: ");
  await composer.tool("Link").click();
  await page.getByRole("textbox", { name: "Address of the link" }).fill("wattlark.test/sundays?a=1&b=2");
  await page.getByRole("button", { name: "Apply" }).click();
  await composer.attach(SHEET, BYTES);
  await expect(composer.signature).toBeChecked();
  await composer.send.click();

  await expect(page.getByText(/^Sending in \d+ s$/).first()).toBeVisible();
  await expect(replyCard(page, "undo")).toContainText("what you asked for");
  await expect(composerOf(page).root).toBeHidden();
  const shown = page.locator("[data-message]");
  const before = await shown.count();
  // Nobody loads the page again: what comes from here on comes by itself.
  await expect(replyCard(page)).toHaveCount(0, { timeout: 20_000 });
  await expect(shown).toHaveCount(before + 2, { timeout: 15_000 });
  const [ours, theirs] = (await threadOf(page, thread.id)).messages.slice(-2);
  expect(theirs).toMatchObject({ direction: "in" });
  const sent = page.locator(`[data-message="${ours!.id}"]`);
  await expect(sent.frameLocator("iframe").getByText("what you asked for", { exact: true })).toBeVisible();
  await expect(page.locator(`[data-message="${theirs!.id}"]`)).toBeVisible();

  const [delivery, ...more] = await deliveriesOf(request, ours!.messageId);
  expect(more).toEqual([]);
  const { recipients, raw, headers, mail } = delivery!;
  expect(recipients.toSorted()).toEqual(
    [parent.from.address, "archive@seller.test", "chef@customer.test", "second@customer.test"].toSorted(),
  );
  expect(mail.from?.address).toBe(thread.mailbox.address);
  expect(mail.to.map(({ address }) => address)).toEqual([parent.from.address, "second@customer.test"]);
  expect(mail.cc).toEqual([{ name: "Chef, Production", address: "chef@customer.test" }]);
  expect(headerOf(headers, "Bcc")).toEqual([]);
  expect(raw).not.toContain("archive@seller.test");
  expect(headerOf(headers, "Message-ID")).toEqual([`<${ours!.messageId}>`]);
  expect(headerOf(headers, "In-Reply-To")).toEqual([`<${parent.messageId}>`]);
  expect(mail.references.at(-1)).toBe(parent.messageId);
  expect(mail.subject).toBe(`Re: ${thread.subject.replace(/^(\w+: )*/, "")}`);
  expect(mail.html).toContain("<strong>what you asked for</strong>");
  expect(mail.html).toMatch(/<ul[^>]*>[^]*<li[^>]*>[^]*the night load/);
  expect(mail.html).toContain('href="https://wattlark.test/sundays?a=1&amp;b=2"');
  expect(mail.text).toContain(`-- \n${thread.mailbox.displayName}`);
  const files = mail.attachments.filter(({ isInline }) => !isInline);
  expect(files.map(({ fileName, content }) => [fileName, Buffer.from(content).toString("hex")])).toEqual(
    [SHEET, BYTES].map(({ name, buffer }) => [name, buffer.toString("hex")]),
  );

  await page.goto("/sandbox/deliveries");
  const handedOver = page.locator("summary").filter({ hasText: ours!.messageId });
  await expect(handedOver).toContainText("archive@seller.test");
  await handedOver.click();
  await expect(page.locator("details[open]")).toContainText(`Message-ID: <${ours!.messageId}>`);
});
