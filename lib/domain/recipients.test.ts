import { expect, test } from "vitest";
import type { Party } from "./party";
import { recipientsForReply } from "./recipients";

const party = (address: string, name = ""): Party => ({ name, address });
const ana = party("ana@lead.test", "Ana");
const ben = party("ben@lead.test", "Ben");
const eva = party("eva@lead.test", "Eva");
const us = party("sam@own.test", "Sam");
const ownAddresses = ["sam@own.test", "sam@own2.test"];
const inbound = { direction: "in" as const, from: ana, replyTo: [], to: [us], cc: [] };

test("the lead's answer is answered to the lead", () => {
  expect(recipientsForReply({ message: inbound, lead: ana, ownAddresses })).toMatchObject({ to: [ana], cc: [] });
});

test("when a colleague in Cc answers, the reply goes to that person with the lead and the former Cc in Cc", () => {
  const message = { ...inbound, from: ben, to: [us, eva], cc: [ana] };

  expect(recipientsForReply({ message, lead: ana, ownAddresses })).toMatchObject({ to: [ben], cc: [ana, eva] });
});

test("the lead stays in Cc even if the colleague dropped them", () => {
  const message = { ...inbound, from: ben };

  expect(recipientsForReply({ message, lead: ana, ownAddresses })).toMatchObject({ to: [ben], cc: [ana] });
});

test("Reply-To is where the answer goes", () => {
  const desk = party("desk@lead.test");

  expect(recipientsForReply({ message: { ...inbound, replyTo: [desk] }, lead: ana, ownAddresses })).toMatchObject({
    to: [desk],
    cc: [],
  });
});

test("a Reply-To that names only ourselves counts for nothing", () => {
  const message = { ...inbound, replyTo: [us] };

  expect(recipientsForReply({ message, lead: ana, ownAddresses })).toMatchObject({ to: [ana], cc: [] });
});

test("own mailboxes and doubles are left out, whatever their case", () => {
  const message = {
    ...inbound,
    to: [us, party("SAM@OWN2.test")],
    cc: [party("Eva@LEAD.test"), eva, party("ANA@lead.test")],
  };

  expect(recipientsForReply({ message, lead: ana, ownAddresses })).toMatchObject({
    to: [ana],
    cc: [party("Eva@LEAD.test")],
  });
});

test("following up our own message writes to the same people", () => {
  const message = { direction: "out" as const, from: us, replyTo: [us], to: [ben], cc: [ana, us] };

  expect(recipientsForReply({ message, lead: ana, ownAddresses })).toMatchObject({ to: [ben], cc: [ana] });
});

test("a message that says neither who wrote it nor to whom is answered to the lead", () => {
  const empty = { from: null, replyTo: [], to: [], cc: [] };

  expect(recipientsForReply({ message: { ...empty, direction: "in" }, lead: ana, ownAddresses }).to).toEqual([ana]);
  expect(recipientsForReply({ message: { ...empty, direction: "out" }, lead: ana, ownAddresses }).to).toEqual([ana]);
});

test("addresses that no mail can be sent to are not offered", () => {
  const message = { ...inbound, cc: [party("undisclosed"), party("")] };

  expect(recipientsForReply({ message, lead: ana, ownAddresses }).cc).toEqual([]);
});

test("a plain reply to a colleague of the lead copies the lead alone", () => {
  const message = { ...inbound, from: ben, to: [us, eva], writer: "colleague" as const };

  expect(recipientsForReply({ message, lead: ana, ownAddresses }).copy).toEqual([ana]);
  expect(recipientsForReply({ message: { ...message, replyTo: [ana] }, lead: ana, ownAddresses })).toMatchObject({
    to: [ana],
    copy: [],
  });
});

test("a plain reply copies nobody when the lead wrote, or passed the message on", () => {
  expect(recipientsForReply({ message: { ...inbound, writer: "lead" }, lead: ana, ownAddresses }).copy).toEqual([]);
  expect(
    recipientsForReply({ message: { ...inbound, from: ben, writer: "forward" }, lead: ana, ownAddresses }).copy,
  ).toEqual([]);
});

test("a lead who wrote from a further address gets no copy at the former one", () => {
  const home = party("ana@home.test", "Ana");
  const message = { ...inbound, from: home, cc: [eva], writer: "alias" as const };

  expect(recipientsForReply({ message, lead: ana, ownAddresses })).toEqual({ to: [home], cc: [eva], copy: [] });
});
