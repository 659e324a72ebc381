import { expect } from "../fixtures";
import { apiOf, inSeconds, makeDue } from "../steps/api";
import { replyCard } from "../steps/composer";
import { followUpsOf, planTwoSteps } from "../steps/follow-ups";
import { answer, threadPane } from "../steps/inbox";
import { headersOf, mailOf, openLive, readMail, seenAtOnce, write } from "../steps/mail";
import { ANA, SAM, test } from "../steps/office";
import { disableMailbox, makeKey } from "../steps/settings";
import { threadOf } from "../steps/threads";
import type { SeenInTurn } from "./seen-in-turn";

/** Journeys of what waits in the thread of the first ones: held with its mailbox, or planned until its lead answers. */
export function declareHeldAndPlanned(seen: SeenInTurn): void {
  test("a disabled mailbox holds a reply where everybody sees it, and lets it go when it is used again", async ({
    page,
    office: { servers },
  }) => {
    const before = (await servers.readFolder(ANA.address)).length;
    await disableMailbox(page);

    await page.goto(seen.thread);
    await answer(page, "This one has to wait.", "Reply to all");
    const held = replyCard(page, "held");
    await expect(held).toContainText(`Held, ${SAM.address} is disconnected`);
    expect(await servers.readFolder(ANA.address)).toHaveLength(before);

    await held.getByRole("link", { name: "Open the mailbox" }).click();
    await page.getByRole("button", { name: "Use it again" }).click();
    const mail = await mailOf(servers, ANA, before + 1);
    expect((await readMail(mail.at(-1)!)).text).toContain("This one has to wait.");
  });

  test("the same through the API with a key of the settings, and a follow-up is dropped once the lead has answered", async ({
    page,
    office: { servers, app },
  }) => {
    const api = await apiOf(page, await makeKey(page), seen.thread);
    const before = (await servers.readFolder(ANA.address)).length;
    const now = await api.send({ emailBody: "Sent by a program.\n\nBye" });
    const followUp = { emailBody: "Did you see it?", scheduleCondition: "if_no_reply", scheduledTime: inSeconds(65) };
    const dropped = await api.send(followUp);
    expect([now.status, dropped.status]).toEqual(["queued", "scheduled"]);

    const raw = (await mailOf(servers, ANA, before + 1)).at(-1)!;
    expect(headersOf(raw, "Message-ID")).toEqual([now.messageId]);
    expect(await readMail(raw)).toMatchObject({
      to: [ANA],
      html: expect.stringContaining("<p>Sent by a program.</p>"),
    });
    expect(headersOf(raw, "Cc")).toEqual([]);
    await expect.poll(() => api.status(now)).toBe("COMPLETED");

    await openLive(page, seen.thread);
    const at = await write(servers, ANA, { inReplyTo: now.messageId.slice(1, -1), body: "I did." });
    await seenAtOnce("the answer to the program", threadPane(page).getByText("I did."), at);
    const sent = await api.send(followUp);
    await makeDue(app, [dropped, sent]);

    await expect.poll(() => api.status(dropped)).toBe("CANCELLED");
    await expect(replyCard(page, "dropped")).toContainText("Not sent, Ana answered first");
    await expect.poll(() => api.status(sent)).toBe("COMPLETED");
    expect((await mailOf(servers, ANA, before + 2)).flatMap((mail) => headersOf(mail, "Message-ID"))).not.toContain(
      dropped.messageId,
    );
  });

  test("of two follow-ups the first leaves through the mail server, and an answer over it stops the second", async ({
    page,
    office: { servers, app },
  }) => {
    const before = (await servers.readFolder(ANA.address)).length;
    await openLive(page, seen.thread);
    await planTwoSteps(page, ["Any news of the figures?", "I close this on my side."]);
    const { line } = followUpsOf(page);
    await line.getByRole("button", { name: "Show" }).click();
    // A person's now waits for no window: whatever day it is, the first step leaves.
    await line
      .locator("[data-planned-step='1']")
      .getByRole("button", { name: /step 1/ })
      .click();
    await page.getByRole("menuitem", { name: "Send now" }).click();
    const first = (await mailOf(servers, ANA, before + 1)).at(-1)!;
    expect((await readMail(first)).text).toContain("Any news of the figures?");

    const [messageId] = headersOf(first, "Message-ID");
    const at = await write(servers, ANA, { inReplyTo: messageId!.slice(1, -1), body: "Yes, all is well." });
    await seenAtOnce("the answer to the first step", threadPane(page).getByText("Yes, all is well."), at);
    await expect(line).toHaveAttribute("data-state", "answered");

    const { replies } = await threadOf(page, Number(new URL(seen.thread).pathname.split("/").at(-1)));
    const second = replies.find(({ chain }) => chain?.step === 2)!;
    expect([second.status, second.reason]).toEqual(["cancelled", "lead_answered"]);
    await makeDue(app, [{ messageId: `<${second.messageId}>`, status: second.status }]);
    // What is sent behind it has come, and the second step has not.
    await answer(page, "Thank you, Ana.");
    const texts = (await mailOf(servers, ANA, before + 2)).map(async (mail) => (await readMail(mail)).text ?? "");
    expect((await Promise.all(texts)).filter((text) => text.includes("I close this"))).toEqual([]);
  });
}
