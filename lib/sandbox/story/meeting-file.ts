import type { Party } from "@/lib/domain/party";
import type { RawFile } from "../serialise";

type Meeting = {
  uid: string;
  title: string;
  place: string;
  start: Date;
  minutes: number;
  organiser: Party;
  guest: Party;
};

/** An invitation as a calendar program sends it (RFC 5545, RFC 5546). */
export function meetingFile({ uid, title, place, start, minutes, organiser, guest }: Meeting): RawFile {
  const end = new Date(start.getTime() + minutes * 60_000);
  const lines = [
    "BEGIN:VCALENDAR",
    "PRODID:-//Wattlark//Sandbox//EN",
    "VERSION:2.0",
    "METHOD:REQUEST",
    "BEGIN:VEVENT",
    `UID:${uid}`,
    `DTSTAMP:${stamp(start)}`,
    `DTSTART:${stamp(start)}`,
    `DTEND:${stamp(end)}`,
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

const stamp = (at: Date): string => `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z`;
const escaped = (text: string): string => text.replaceAll(/[\\,;]/g, "\\$&");
