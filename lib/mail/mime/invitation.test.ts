import { describe, expect, test } from "vitest";
import { invitationOf } from "./invitation";
import { parseMessage } from "./parse";

const calendar = (lines: string[], contentType = "text/calendar") => ({
  contentType,
  fileName: "invite.ics",
  content: Buffer.from(["BEGIN:VCALENDAR", "VERSION:2.0", ...lines, "END:VCALENDAR", ""].join("\r\n")),
});
const event = (...lines: string[]) => [
  "BEGIN:VEVENT",
  "UID:abc@lead.test",
  "SUMMARY:Price talk",
  ...lines,
  "END:VEVENT",
];
const read = (lines: string[]) => invitationOf([calendar(lines)]);

test("an invitation tells what, when, where and who, and who has answered", () => {
  const found = read([
    "METHOD:REQUEST",
    ...event(
      "DTSTART;TZID=Europe/Berlin:20261203T143000",
      "DTEND;TZID=Europe/Berlin:20261203T150000",
      "LOCATION:Room 4\\, Hafenstraße 7",
      "DESCRIPTION:First the pilot.\\nThen prices.",
      'ORGANIZER;CN="Berg, Ana":mailto:Ana@Lead.TEST',
      "ATTENDEE;CN=Sam Reed;PARTSTAT=NEEDS-ACTION:mailto:sam@acme.test",
      "ATTENDEE;PARTSTAT=ACCEPTED:MAILTO:ben@lead.test",
      "ATTENDEE;PARTSTAT=TENTATIVE:invalid:nohttp",
    ),
  ]);

  expect(found).toEqual({
    method: "request",
    uid: "abc@lead.test",
    title: "Price talk",
    location: "Room 4, Hafenstraße 7",
    description: "First the pilot.\nThen prices.",
    start: "2026-12-03T13:30:00.000Z",
    end: "2026-12-03T14:00:00.000Z",
    isAllDay: false,
    zone: "Europe/Berlin",
    organiser: { name: "Berg, Ana", address: "Ana@lead.test" },
    attendees: [
      { name: "Sam Reed", address: "sam@acme.test", answer: "waiting" },
      { name: "", address: "ben@lead.test", answer: "accepted" },
    ],
    repeats: null,
  });
});

test("of a series is told what is left out, called off and moved, in a zone's time and in lists, and nothing of other meetings", () => {
  const berlin = (name: string, ...times: string[]) => `${name};TZID=Europe/Berlin:${times.join(",")}`;
  const series = event(
    berlin("DTSTART", "20261203T143000"),
    "DURATION:PT30M",
    "RRULE:FREQ=WEEKLY",
    berlin("EXDATE", "20261210T143000", "20261217T143000"),
    "EXDATE:nonsense",
  );
  const moved = event(berlin("RECURRENCE-ID", "20261224T143000"), "DTSTART:20261223T080000Z", "DTEND:20261223T083000Z");
  const off = event(berlin("RECURRENCE-ID", "20261231T143000"), "DTSTART:20261231T133000Z", "STATUS:CANCELLED");
  const other = [
    "BEGIN:VEVENT",
    "UID:other",
    "RECURRENCE-ID:20270107T133000Z",
    "DTSTART:20270107T133000Z",
    "END:VEVENT",
  ];

  expect(read(["METHOD:REQUEST", ...series, ...moved, ...off, ...other])).toMatchObject({
    start: "2026-12-03T13:30:00.000Z",
    repeats: "FREQ=WEEKLY",
    series: {
      of: null,
      without: ["2026-12-10T13:30:00.000Z", "2026-12-17T13:30:00.000Z", "2026-12-31T13:30:00.000Z"],
      moved: [
        {
          of: "2026-12-24T13:30:00.000Z",
          start: "2026-12-23T08:00:00.000Z",
          end: "2026-12-23T08:30:00.000Z",
          title: "Price talk",
        },
      ],
    },
  });
  const one = { of: "2026-12-24T13:30:00.000Z", without: [], moved: [] };
  expect(read(["METHOD:REQUEST", ...moved])).toMatchObject({ start: "2026-12-23T08:00:00.000Z", series: one });
  expect(read(event("DTSTART:20261203T133000Z"))).not.toHaveProperty("series");
});

test("dates that are added to a series, or make one without a rule, are as long as the first", () => {
  const added = (...lines: string[]) =>
    read(
      event(
        "DTSTART:20261203T133000Z",
        "DURATION:PT30M",
        "RDATE:20261205T080000Z,20261206T080000Z,20261205T080000Z",
        ...lines,
      ),
    )?.series;
  const saturday = { start: "2026-12-05T08:00:00.000Z", end: "2026-12-05T08:30:00.000Z", title: "Price talk" };
  expect(added()).toMatchObject({ of: null, without: [], moved: [saturday, { start: "2026-12-06T08:00:00.000Z" }] });
  const left = added("RRULE:FREQ=WEEKLY", "EXDATE:20261205T080000Z");
  expect(left?.moved.map(({ start }) => start)).toEqual(["2026-12-06T08:00:00.000Z"]);
});

describe("the time", () => {
  const startOf = (start: string, ...around: string[]) => read([...around, ...event(start)])?.start;

  test("of a zone is known by IANA's name, by one in a path, and by Windows' name", () => {
    for (const zone of ["Europe/Berlin", "/citadel.org/20210210_1/Europe/Berlin", '"W. Europe Standard Time"'])
      expect(startOf(`DTSTART;TZID=${zone}:20260703T090000`), zone).toBe("2026-07-03T07:00:00.000Z");
    expect(startOf("DTSTART;TZID=Eastern Standard Time:20260703T090000")).toBe("2026-07-03T13:00:00.000Z");
    expect(startOf("DTSTART;TZID=America/Argentina/Buenos_Aires:20260703T090000")).toBe("2026-07-03T12:00:00.000Z");
  });

  test("of a zone with a name of its own comes from the calendar's rules", () => {
    const own = [
      "BEGIN:VTIMEZONE",
      "TZID:Customized Time Zone",
      "BEGIN:STANDARD",
      "DTSTART:16010101T030000",
      "TZOFFSETFROM:+0200",
      "TZOFFSETTO:+0100",
      "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
      "END:STANDARD",
      "BEGIN:DAYLIGHT",
      "DTSTART:16010101T020000",
      "TZOFFSETFROM:+0100",
      "TZOFFSETTO:+0200",
      "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
      "END:DAYLIGHT",
      "END:VTIMEZONE",
    ];
    expect(startOf("DTSTART;TZID=Customized Time Zone:20260703T090000", ...own)).toBe("2026-07-03T07:00:00.000Z");
    expect(startOf("DTSTART;TZID=Customized Time Zone:20261203T090000", ...own)).toBe("2026-12-03T08:00:00.000Z");
  });

  test("in UTC is taken as it is, and one of no zone as the calendar's", () => {
    expect(startOf("DTSTART:20260703T090000Z")).toBe("2026-07-03T09:00:00.000Z");
    expect(startOf("DTSTART:20260703T090000", "X-WR-TIMEZONE:Asia/Tokyo")).toBe("2026-07-03T00:00:00.000Z");
    expect(startOf("DTSTART:20260703T090000")).toBe("2026-07-03T09:00:00.000Z");
  });

  test("of a whole day has no clock; a duration ends what has no end", () => {
    expect(read(event("DTSTART;VALUE=DATE:20261203"))).toMatchObject({
      isAllDay: true,
      start: "2026-12-03T00:00:00.000Z",
      end: "2026-12-04T00:00:00.000Z",
      zone: null,
    });
    expect(read(event("DTSTART:20261203T100000Z", "DURATION:PT45M"))?.end).toBe("2026-12-03T10:45:00.000Z");
    expect(read(event("DTSTART:20261203T100000Z"))?.end).toBeNull();
    expect(read(event("DTSTART:20261203T100000Z", "DTEND:20261202T100000Z"))?.end).toBeNull();
  });

  test("of a zone whose rules would go on for ages is not computed by them", () => {
    const hostile = [
      "BEGIN:VTIMEZONE",
      "TZID:Slow",
      "BEGIN:STANDARD",
      "DTSTART:16010101T000000",
      "TZOFFSETFROM:+0200",
      "TZOFFSETTO:+0100",
      "RRULE:FREQ=SECONDLY",
      "END:STANDARD",
      "END:VTIMEZONE",
    ];
    const began = performance.now();
    expect(startOf("DTSTART;TZID=Slow:20260703T090000", ...hostile)).toBe("2026-07-03T09:00:00.000Z");
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});

test("a cancellation, an answer and a series are told as such", () => {
  const at = "DTSTART:20261203T100000Z";
  expect(read(["METHOD:CANCEL", ...event(at)])?.method).toBe("cancel");
  expect(read(["METHOD:REQUEST", ...event(at, "STATUS:CANCELLED")])?.method).toBe("cancel");
  expect(read(event(at))?.method).toBe("publish");
  expect(read(["METHOD:REPLY", ...event(at, "ATTENDEE;PARTSTAT=DECLINED:mailto:ana@lead.test")])).toMatchObject({
    method: "reply",
    attendees: [{ address: "ana@lead.test", answer: "declined" }],
  });
  const series = [
    ...event(at, "RECURRENCE-ID:20261203T100000Z"),
    ...event(at, "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"),
  ];
  expect(read(series)?.repeats).toBe("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH");
});

test("what cannot be read is no invitation, and what is endless or hostile is cut", () => {
  expect(invitationOf([{ ...calendar([]), content: Buffer.from("BEGIN:VCALENDAR\r\nBEGIN:VEV") }])).toBeNull();
  expect(invitationOf([calendar(["BEGIN:VTODO", "SUMMARY:Buy milk", "END:VTODO"])])).toBeNull();
  expect(invitationOf([{ ...calendar(event()), contentType: "text/plain", fileName: "notes.txt" }])).toBeNull();
  const long = read(event(`SUMMARY:${"x".repeat(10_000)}\u0000\u202E`, "DTSTART:not a time"))!;
  expect(long.start).toBeNull();
  const many = Array.from({ length: 3_000 }, (_, n) => `ATTENDEE:mailto:p${n}@lead.test`);
  expect(read(event(...many))!.attendees).toHaveLength(200);
});

test("a title is never cut in the middle of a character", () => {
  const summary = (title: string) => read(["BEGIN:VEVENT", `SUMMARY:${title}`, "END:VEVENT"])!.title;

  expect(summary(`${"x".repeat(299)}😀`)).toBe("x".repeat(299));
  expect(summary(`${"x".repeat(298)}😀!`)).toBe(`${"x".repeat(298)}😀`);
});

test("it is found in the calendar part of a message, and as an attached file", async () => {
  const body = event("DTSTART:20261203T100000Z").join("\r\n");
  const part = (type: string) =>
    Buffer.from(
      [
        "From: ana@lead.test",
        'Content-Type: multipart/alternative; boundary="b"',
        "",
        "--b",
        "Content-Type: text/plain",
        "",
        "See you.",
        "--b",
        `Content-Type: ${type}`,
        "Content-Transfer-Encoding: base64",
        "",
        Buffer.from(`BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\n${body}\r\nEND:VCALENDAR\r\n`).toString("base64"),
        "--b--",
        "",
      ].join("\r\n"),
    );
  for (const type of ['text/calendar; method=REQUEST; charset="utf-8"', 'application/ics; name="invite.ics"']) {
    const { attachments, text } = await parseMessage(part(type));
    expect(invitationOf(attachments), type).toMatchObject({ title: "Price talk", method: "request" });
    expect(text.trim()).toBe("See you.");
  }
});
