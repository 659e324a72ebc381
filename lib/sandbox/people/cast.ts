import type { Role } from "@/lib/domain/roles";
import type { Language } from "../texts/pack";

/** Our side of the sandbox: the invented maker of clip-on energy meters, its people, mailboxes and campaigns. */
export const WORKSPACE_NAME = "Wattlark (sandbox)";

export type CastMember = { key: string; name: string; email: string; role: Role; timeZone: string };
export const MEMBERS: readonly CastMember[] = [
  { key: "ines", name: "Ines Moreau", email: "sdr@sandbox.test", role: "sdr", timeZone: "Europe/Paris" },
  {
    key: "callum",
    name: "Callum Reyes",
    email: "callum@sandbox.test",
    role: "sdr",
    timeZone: "Europe/London",
  },
  {
    key: "mirjam",
    name: "Mirjam Kask",
    email: "mirjam@sandbox.test",
    role: "sdr",
    timeZone: "Europe/Tallinn",
  },
  {
    key: "hanna",
    name: "Hanna Vester",
    email: "manager@sandbox.test",
    role: "manager",
    timeZone: "Europe/Copenhagen",
  },
  {
    key: "dario",
    name: "Dario Benn",
    email: "admin@sandbox.test",
    role: "admin",
    timeZone: "Europe/Zurich",
  },
];

export type CastMailbox = { address: string; owner: string; job: string; phone: string };
export const MAILBOXES: readonly CastMailbox[] = [
  { address: "ines@wattlark.test", owner: "ines", job: "Plants in France and Belgium", phone: "+33 1 99 00 12 41" },
  {
    address: "ines.moreau@getwattlark.test",
    owner: "ines",
    job: "Plants in France and Belgium",
    phone: "+33 1 99 00 12 41",
  },
  { address: "callum@wattlark.test", owner: "callum", job: "Food and drink", phone: "+44 20 7946 0128" },
  { address: "callum.reyes@trywattlark.test", owner: "callum", job: "Food and drink", phone: "+44 20 7946 0128" },
  { address: "mirjam@wattlark.test", owner: "mirjam", job: "Nordics, Baltics and DACH", phone: "" },
  { address: "mirjam.kask@getwattlark.test", owner: "mirjam", job: "Nordics, Baltics and DACH", phone: "" },
  { address: "hello@wattlark.test", owner: "callum", job: "Wattlark", phone: "+44 20 7946 0100" },
  { address: "hanna@wattlark.test", owner: "hanna", job: "Head of sales", phone: "" },
];

export type CastCampaign = {
  number: number;
  name: string;
  /** Indexes into MAILBOXES. */
  mailboxes: readonly number[];
  share: number;
  languages: readonly (readonly [Language, number])[];
};
export const CAMPAIGNS: readonly CastCampaign[] = [
  { number: 12345, name: "Food plants, night load", mailboxes: [2, 3, 6], share: 27, languages: [["en", 1]] },
  {
    number: 12352,
    name: "DACH, ISO 50001",
    mailboxes: [4, 5],
    share: 17,
    languages: [
      ["de", 9],
      ["en", 1],
    ],
  },
  {
    number: 12361,
    name: "France and Benelux, workshops",
    mailboxes: [0, 1],
    share: 16,
    languages: [
      ["fr", 6],
      ["nl", 3],
      ["en", 1],
    ],
  },
  {
    number: 12374,
    name: "Iberia and Americas, packaging",
    mailboxes: [1, 7],
    share: 13,
    languages: [
      ["es", 6],
      ["pt", 4],
    ],
  },
  {
    number: 12388,
    name: "Nordics and Poland, sawmills",
    mailboxes: [4, 5],
    share: 12,
    languages: [
      ["sv", 4],
      ["pl", 4],
      ["en", 2],
    ],
  },
  {
    number: 12390,
    name: "Webinar, the night shift nobody booked",
    mailboxes: [6, 7, 3],
    share: 15,
    languages: [
      ["it", 6],
      ["tr", 4],
      ["en", 6],
      ["de", 1],
      ["ar", 1],
      ["ja", 1],
    ],
  },
];

/** A mailbox's signature as HTML. */
export function signatureOf({ address, job, phone }: CastMailbox, name: string): string {
  const lines = [`<strong>${name}</strong>`, `${job} · Wattlark`, [phone, address].filter(Boolean).join(" · ")];
  return `<p>${lines.join("<br>")}</p>`;
}
