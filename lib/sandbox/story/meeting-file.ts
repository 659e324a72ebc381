import type { Party } from "@/lib/domain/party";
import type { RawFile } from "../serialise";

type Meeting = { uid: string; title: string; place: string; day: string; organiser: Party; guest: Party };

/** An invitation to three quarters of an hour in the afternoon, in London and with Windows' name for its time, as Outlook sends it. */
export function meetingFile({ uid, title, place, day, organiser, guest }: Meeting): RawFile {
  const date = day.replaceAll("-", "");
  const lines = [
    "BEGIN:VCALENDAR",
    "PRODID:-//Wattlark//Sandbox//EN",
    "VERSION:2.0",
    "METHOD:REQUEST",
    "BEGIN:VEVENT",
    `UID:${uid}`,
    `DTSTAMP:${date}T000000Z`,
    `DTSTART;TZID=GMT Standard Time:${date}T133000`,
    `DTEND;TZID=GMT Standard Time:${date}T141500`,
    `SUMMARY:${escaped(title)}`,
    `LOCATION:${escaped(place)}`,
    `ORGANIZER;CN="${organiser.name}":mailto:${organiser.address}`,
    `ATTENDEE;CN="${organiser.name}";PARTSTAT=ACCEPTED:mailto:${organiser.address}`,
    `ATTENDEE;CN="${guest.name}";PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:${guest.address}`,
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ];
  return {
    fileName: "invite.ics",
    contentType: "text/calendar; charset=utf-8; method=REQUEST",
    content: Buffer.from(lines.join("\r\n"), "utf8"),
  };
}

const escaped = (text: string): string => text.replaceAll(/[\\,;]/g, "\\$&");
