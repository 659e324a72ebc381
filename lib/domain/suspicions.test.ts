import { domainToUnicode } from "node:url";
import { expect, test } from "vitest";
import { suspicionsOf } from "./suspicions";

const known = {
  leadAddress: "defne@egefrio.com",
  ownAddresses: ["sam@acme.test", "sam@acme-mail.test"],
  toUnicode: domainToUnicode,
};
const party = (address: string, name = "") => ({ address, name });
const of = (address: string, { name = "", replyTo = [] as string[], leadAddress = known.leadAddress } = {}) =>
  suspicionsOf({ from: party(address, name), replyTo: replyTo.map((each) => party(each)) }, { ...known, leadAddress });

test("the lead, his colleagues, our own people and strangers are not suspected", () => {
  for (const address of ["defne@egefrio.com", "kerem@mail.egefrio.com", "sam@acme.test", "zoe@elsewhere.test", ""])
    expect(of(address), address).toEqual([]);
});

test("a domain that looks like the lead's or ours is named with what it looks like", () => {
  expect(of("defne@egefrlo.com")).toEqual([
    { kind: "look_alike", whose: "lead", found: "egefrlo.com", resembles: "egefrio.com" },
  ]);
  expect(of("sam@acme-mai1.test")).toMatchObject([{ whose: "own", resembles: "acme-mail.test" }]);
});

test("letters of another script are seen through their ASCII form", () => {
  const [domain] = [new URL("https://egеfrio.com/").hostname];
  expect(domain).toMatch(/^xn--/);
  expect(of(`defne@${domain}`)).toMatchObject([{ kind: "look_alike", resembles: "egefrio.com" }]);
});

test("where everybody gets an address, the name before the @ is compared", () => {
  const leadAddress = "ana.lind@gmail.com";
  expect(of("ana.1ind@gmail.com", { leadAddress })).toMatchObject([{ found: "ana.1ind@gmail.com" }]);
  expect(of("ana.berg@gmail.com", { leadAddress })).toEqual([]);
});

test("a name that is somebody else's address is pointed out, one's own is not", () => {
  expect(of("x@elsewhere.test", { name: "defne@egefrio.com" })).toEqual([
    { kind: "other_name", named: "defne@egefrio.com", found: "x@elsewhere.test" },
  ]);
  expect(of("x@elsewhere.test", { name: "x@mail.elsewhere.test" })).toEqual([]);
});

test("answers that go to another site are pointed out, to the same or also to the sender they are not", () => {
  expect(of("defne@egefrio.com", { replyTo: ["pay@mailbox.test"] })).toEqual([
    { kind: "reply_elsewhere", found: "egefrio.com", addresses: ["pay@mailbox.test"] },
  ]);
  expect(of("defne@egefrio.com", { replyTo: ["office@eu.egefrio.com"] })).toEqual([]);
  expect(of("defne@egefrio.com", { replyTo: ["defne@egefrio.com", "crm@mailbox.test"] })).toEqual([]);
});
