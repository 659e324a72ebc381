import { expect, test } from "vitest";
import type { MessageView } from "@/lib/domain/message-view";
import type { LeadView } from "@/lib/domain/thread-view";
import { forwardedOf, hasOthers, isAlready, openingContent, parentOf } from "./opening";

const party = (name: string) => ({ name, address: `${name.toLowerCase()}@lead.test` });
const us = { name: "Maya", address: "maya@ledgerline.test" };
const message = (id: string, change: Partial<MessageView>): MessageView =>
  ({
    id,
    direction: "in",
    from: party("Defne"),
    replyTo: [],
    to: [us],
    cc: [],
    isAutomatic: false,
    bounces: [],
    ...change,
  }) as MessageView;
const lead = { email: "defne@lead.test", firstName: "Defne", lastName: "" } as LeadView;
const thread = (...messages: MessageView[]) => ({ messages, lead, ownAddresses: [us.address] });

test("the newest message of a person is answered, not an automatic one or our own", () => {
  const messages = [message("1", {}), message("2", { isAutomatic: true }), message("3", { direction: "out" })];
  expect(parentOf({ messages })?.id).toBe("1");
  expect(parentOf({ messages: messages.slice(2) })?.id).toBe("3");
  expect(parentOf({ messages: [] })).toBeNull();
});

test("what is passed on is the message that is meant, else the newest, also our own", () => {
  const messages = [message("1", {}), message("2", { direction: "out" })];
  expect(forwardedOf({ messages }, null)?.id).toBe("2");
  expect(forwardedOf({ messages }, "1")?.id).toBe("1");
  expect(forwardedOf({ messages: [] }, null)).toBeNull();
});

test("a delivery report is no message to answer: our own that did not arrive is written after", () => {
  const report = { isAutomatic: true, from: party("Mailer"), bounces: [{}] } as unknown as Partial<MessageView>;
  const messages = [message("1", { direction: "out", to: [party("Defne")] }), message("2", report)];
  const parent = parentOf({ messages })!;
  expect(parent.id).toBe("1");
  expect(openingContent(thread(...messages), parent, "reply").to).toEqual(["Defne <defne@lead.test>"]);
  expect(parentOf({ messages: [message("0", {}), ...messages] })?.id).toBe("0");
});

test("when a colleague in Cc answers, the reply goes to the colleague with the lead in Cc", () => {
  const answer = message("1", { from: party("Kerem"), cc: [party("Defne"), party("Selin")] });
  const toAll = openingContent(thread(answer), answer, "reply_all");
  expect(toAll.to).toEqual(["Kerem <kerem@lead.test>"]);
  expect(toAll.cc).toEqual(["Defne <defne@lead.test>", "Selin <selin@lead.test>"]);
  expect(hasOthers(thread(answer), answer)).toBe(true);
});

test("a plain reply to a colleague who answered for the lead has the lead in Cc", () => {
  const answer = message("1", { from: party("Kerem"), cc: [party("Selin")], writer: "colleague" });
  expect(openingContent(thread(answer), answer, "reply")).toMatchObject({
    to: ["Kerem <kerem@lead.test>"],
    cc: ["Defne <defne@lead.test>"],
  });
});

test("a lead in Cc is named in the order in which the name is written", () => {
  const answer = message("1", { from: party("Kerem"), writer: "colleague" });
  const named = { ...thread(answer), lead: { ...lead, firstName: "健太", lastName: "森本" } };
  expect(openingContent(named, answer, "reply").cc).toEqual(["森本 健太 <defne@lead.test>"]);
});

test("a plain reply goes to the writer alone, signed and now", () => {
  const answer = message("1", { cc: [party("Kerem")] });
  expect(openingContent(thread(answer), answer, "reply")).toMatchObject({
    to: ["Defne <defne@lead.test>"],
    cc: [],
    bcc: [],
    addSignature: true,
    scheduledTime: null,
  });
});

test("a forward names nobody and has the files that it was given", () => {
  const answer = message("1", { cc: [party("Kerem")] });
  const file = { uploadId: "u", fileName: "loads.csv", contentType: "text/csv", size: 7, attachmentId: "a" };
  const forward = openingContent(thread(answer), answer, "forward", [file]);
  expect(forward).toMatchObject({ parentId: "1", to: [], cc: [], kind: "forward", attachments: [file] });

  expect(isAlready(forward, "forward", null)).toBe(true);
  expect(isAlready(forward, "forward", "2")).toBe(false);
  expect(isAlready(forward, "reply", null)).toBe(false);
  expect(isAlready(forward, "reply", null, true)).toBe(true);
  expect(isAlready(forward, "reply_all", null, true)).toBe(false);
  expect(isAlready(forward, "reply", "1", true)).toBe(false);
  const reply = openingContent(thread(answer), answer, "reply");
  expect(isAlready(reply, "reply_all", null)).toBe(true);
  expect(isAlready(reply, "reply_all", "1")).toBe(false);
});
