import { convertIcsCalendar } from "ts-ics";
import { expect, test } from "vitest";
import { answerOfPart, type InvitationAnswer } from "@/lib/domain/invitation-answer";
import { composed } from "@/lib/testing/composed-reply";
import { invitationOf } from "./invitation";
import { invitationReply } from "./invitation-reply";

const ZONE = [
  "BEGIN:VTIMEZONE",
  "TZID:Ours",
  "BEGIN:STANDARD",
  "DTSTART:19701025T030000",
  "TZOFFSETFROM:+0200",
  "TZOFFSETTO:+0100",
  "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
  "END:STANDARD",
  "BEGIN:DAYLIGHT",
  "DTSTART:19700329T020000",
  "TZOFFSETFROM:+0100",
  "TZOFFSETTO:+0200",
  "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
  "END:DAYLIGHT",
  "END:VTIMEZONE",
];
const PEOPLE = [
  'ORGANIZER;CN="Berg, Ana";X-EVIL="a:b":mailto:Ana@Lead.test',
  "ATTENDEE;CN=Ben;PARTSTAT=ACCEPTED:mailto:ben@lead.test",
  'ATTENDEE;CN="Sam;PARTSTAT=DECLINED";RSVP=TRUE;PARTSTAT=NEEDS-ACTION:mailto:Sam@Acme.test',
];
const eventOf = (lines: string[], people: string[]) => [
  "BEGIN:VEVENT",
  "UID:abc-1@lead.test",
  "DTSTAMP:20261101T000000Z",
  ...lines,
  ...people,
  "END:VEVENT",
];
const invitation = (lines: string[], people = PEOPLE) => ({
  contentType: "text/calendar",
  fileName: "invite.ics",
  content: Buffer.from(
    ["BEGIN:VCALENDAR", "VERSION:2.0", "METHOD:REQUEST", ...ZONE, ...eventOf(lines, people), "END:VCALENDAR", ""].join(
      "\r\n",
    ),
  ),
});
const SINGLE = ["SEQUENCE:3", "DTSTART;TZID=Ours:20261203T143000", "DTEND;TZID=Ours:20261203T150000", "SUMMARY:Talk"];
const answering = {
  address: "sam@acme.test",
  answer: "accepted" as InvitationAnswer,
  comment: "",
  at: new Date("2026-11-20T08:00:00Z"),
};
const reply = (lines: string[], changes: Partial<typeof answering> = {}, people?: string[]) =>
  invitationReply([invitation(lines, people)], { ...answering, ...changes });

test("an answer has one attendee, as invited, and says which meeting it is of: read by another program's parser", () => {
  const part = reply(SINGLE, { comment: "See you; bring, the\\ plan. ".repeat(5).trim() })!;

  const { method, events = [] } = convertIcsCalendar(undefined, part);
  expect(method).toBe("REPLY");
  expect(events).toHaveLength(1);
  const [event] = events;
  expect(event).toMatchObject({ uid: "abc-1@lead.test", sequence: 3, summary: "Talk" });
  expect(event!.organizer).toMatchObject({ name: "Berg, Ana", email: "Ana@Lead.test" });
  expect(event!.attendees).toHaveLength(1);
  expect(event!.attendees![0]).toMatchObject({ email: "Sam@Acme.test", partstat: "ACCEPTED" });
  expect(event!.stamp.date).toEqual(answering.at);
  expect(event!.start.date).toEqual(new Date("2026-12-03T13:30:00Z"));
  expect(event!.comment).toBe("See you; bring, the\\ plan. ".repeat(5).trim());
  expect(part).not.toContain("X-EVIL");
  expect(answerOfPart(part)).toBe("accepted");
});

test("our own reader sees in it who answered, and when the meeting is", () => {
  const part = reply(SINGLE, { answer: "declined" })!;
  const read = invitationOf([{ contentType: "text/calendar", fileName: "", content: Buffer.from(part) }]);
  expect(read).toMatchObject({ method: "reply", start: "2026-12-03T13:30:00.000Z", uid: "abc-1@lead.test" });
  expect(read!.attendees).toMatchObject([{ address: "Sam@acme.test", answer: "declined" }]);
});

test("one of a series is named as it was: in its own zone, or as a day", () => {
  const zoned = reply([...SINGLE, "RECURRENCE-ID;TZID=Ours:20261203T143000"])!;
  expect(zoned).toContain("RECURRENCE-ID;TZID=Ours:20261203T143000\r\n");
  expect(zoned.match(/BEGIN:VTIMEZONE/gu)).toHaveLength(1);

  const day = reply(["DTSTART;VALUE=DATE:20261203", "RECURRENCE-ID;VALUE=DATE:20261203"])!;
  expect(day).toContain("RECURRENCE-ID;VALUE=DATE:20261203\r\n");
  expect(day).not.toContain("VTIMEZONE");
});

test("a time in a zone that the invitation does not describe is told as an instant", () => {
  const part = reply(["DTSTART;TZID=W. Europe Standard Time:20261203T143000", "DTEND;TZID=Nowhere:20261203T150000"])!;
  expect(part).toContain("\r\nDTSTART:20261203T133000Z\r\n");
  expect(part).not.toContain("TZID");
});

test("who was not invited, and who organises nothing, gets no answer", () => {
  expect(reply(SINGLE, { address: "max@acme.test" })).toBeNull();
  expect(reply(SINGLE, {}, PEOPLE.slice(1))).toBeNull();
  expect(reply(SINGLE, {}, ["ORGANIZER:mailto:ana@lead.test\\nBCC:x@y.test", ...PEOPLE.slice(1)])).toBeNull();
});

test("a mail carries it as an alternative to its text that names the method, and as nothing else", async () => {
  const part = reply(SINGLE)!;
  const { raw, message } = await composed({ calendarReply: part, isPlain: true, bodyHtml: "<p>Accepted.</p>" });

  expect(raw).toMatch(/^Content-Type: multipart\/alternative/mu);
  expect(raw.match(/^Content-Type: .*/gmu)).toHaveLength(3);
  expect(raw).toMatch(/^Content-Type: text\/calendar; charset=utf-8; method=REPLY\r$/mu);
  expect(message.text.trim()).toBe("Accepted.");
  expect(invitationOf(message.attachments)?.method).toBe("reply");
  const { content } = message.attachments.find(({ contentType }) => contentType === "text/calendar")!;
  expect(Buffer.from(content).toString("utf8").split("\n")).toEqual(part.split("\r\n"));
});
