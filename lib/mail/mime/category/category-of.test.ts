import { expect, test } from "vitest";
import { categoryOf, type Categorised } from "./category-of";

const message = (values: Partial<Categorised>): Categorised => ({
  automaticReason: null,
  bounces: [],
  isList: false,
  subject: "Re: Pricing",
  visibleText: "",
  returnDate: null,
  attachments: [],
  ...values,
});
const told = (values: Partial<Categorised>) => {
  const found = categoryOf(message(values));
  return found && [found.kind, found.because];
};
const calendar = (text: string) => [{ contentType: "text/calendar", content: new TextEncoder().encode(text) }];

test("a delivery report is a bounce, with what it reported", () => {
  const bounce = { recipient: "ana@lead.test", reason: "gone", cause: "userunknown" as const, permanent: true };
  expect(told({ bounces: [{ ...bounce, status: "5.1.1" }], automaticReason: "empty_return_path: <>" })).toEqual([
    "bounce",
    "report: 5.1.1",
  ]);
  expect(told({ bounces: [{ ...bounce, status: "" }] })).toEqual(["bounce", "report: userunknown"]);
});

test("an automatic answer is out of office because of what gave it away", () => {
  const replied = "auto_submitted: auto-replied";
  expect(told({ automaticReason: replied })).toEqual(["ooo", replied]);
  expect(told({ automaticReason: "words: am on leave", visibleText: "I am on leave until Monday." })).toEqual([
    "ooo",
    "words: am on leave",
  ]);
  const suppressed = "auto_response_suppress: oof";
  expect(told({ automaticReason: suppressed, returnDate: "2026-12-01" })).toEqual(["ooo", suppressed]);
});

test("who says himself that he is away is out of office too, unless his words say more", () => {
  expect(told({ visibleText: "Bin bis Freitag im Urlaub." })).toEqual(["ooo", "words: Bin bis Freitag im Urlaub"]);
  expect(told({ visibleText: "I'm on holiday this week. How much does it cost?" })?.[0]).toBe("info");
});

test("receipts and notifications are no absence", () => {
  expect(
    told({ automaticReason: "auto_submitted: auto-replied", visibleText: "Your ticket 4711 is open." }),
  ).toBeNull();
  expect(told({ automaticReason: "auto_submitted: auto-generated", visibleText: "Build failed." })).toBeNull();
  expect(told({ automaticReason: "precedence: bulk", isList: true })).toBeNull();
  const receipt = [{ contentType: "message/disposition-notification", content: new Uint8Array() }];
  expect(told({ automaticReason: "auto_submitted: auto-replied", attachments: receipt })).toBeNull();
  expect(told({ isList: true, visibleText: "Interested? Book a demo." })).toBeNull();
});

test("who has left says so by a machine as well", () => {
  const visibleText = "Ana Berg no longer works here. Please write to ben@lead.test.";
  expect(told({ automaticReason: "auto_submitted: auto-replied", visibleText })?.[0]).toBe("wrong");
});

test("an invitation and one that was accepted are a meeting, one that was declined is not", () => {
  expect(told({ attachments: calendar("BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\n") })).toEqual([
    "meeting",
    "invitation: request",
  ]);
  const reply = (answer: string) =>
    calendar(`BEGIN:VCALENDAR\nMETHOD:REPLY\nATTENDEE;CN=Ana;PARTS\n TAT=${answer}:mailto:ana@lead.test\n`);
  expect(told({ attachments: reply("ACCEPTED") })).toEqual(["meeting", "invitation: accepted"]);
  expect(told({ attachments: reply("DECLINED") })).toBeNull();
});

test("a link at which times are booked is a meeting, unless the words say otherwise or it stands in a signature", () => {
  const link = "https://calendly.com/ana-berg/30min";
  expect(told({ visibleText: `Here you go: ${link}` })).toEqual(["meeting", "link: calendly.com"]);
  expect(told({ visibleText: `Not interested. ${link}` })?.[0]).toBe("not");
  expect(told({ visibleText: `Thanks, received.\n\nBest regards\nAna\n${link}` })).toBeNull();
});
