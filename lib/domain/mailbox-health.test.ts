import { expect, test } from "vitest";
import { byUrgency, healthWord, needsPerson, type MailboxHealth } from "./mailbox-health";
import { asksProvider } from "./mailbox-state-word";

const NOW = new Date("2026-11-19T10:50:00Z");
const WELL: MailboxHealth = {
  id: "1",
  address: "sam@acme.test",
  displayName: "",
  colour: 1,
  engine: "smtp",
  imapHost: "imap.acme.test",
  signIn: "password",
  isAuthorised: true,
  state: "connected",
  stateReason: null,
  stateDetail: null,
  stateSince: "2026-11-01T00:00:00Z",
  lastSyncedAt: "2026-11-19T10:49:30Z",
  nextAttemptAt: null,
  refusedFolders: null,
  dailyCap: null,
  sentToday: 0,
  waitingReplies: 0,
};
const REFUSED = { paths: ["Junk"], since: "2026-11-19T10:30:00Z" };
const box = (address: string, change: Partial<MailboxHealth>): MailboxHealth => ({ ...WELL, address, ...change });

test.each([
  [{}, "connected"],
  [{ lastSyncedAt: null }, "new"],
  [{ state: "new" }, "new"],
  [{ lastSyncedAt: "2026-11-19T10:40:00Z" }, "behind"],
  [{ lastSyncedAt: "2026-11-19T10:40:00Z", refusedFolders: REFUSED }, "folders"],
  [{ state: "disabled", refusedFolders: REFUSED }, "disabled"],
  [{ dailyCap: 30, sentToday: 29 }, "connected"],
  [{ dailyCap: 30, sentToday: 30 }, "capped"],
  [{ engine: "sandbox", lastSyncedAt: null }, "sandbox"],
  [{ state: "failing", stateReason: "auth" }, "failing_auth"],
  [{ state: "failing", stateReason: "auth", signIn: "google" }, "failing_permission"],
  [{ state: "new", signIn: "google", isAuthorised: false }, "unsigned"],
  [
    { state: "failing", stateReason: "auth", stateDetail: "revoked", signIn: "google", isAuthorised: false },
    "failing_permission",
  ],
  [{ state: "failing", stateReason: "network", signIn: "google" }, "failing_network"],
  [{ state: "failing", stateReason: "sending", signIn: "google" }, "failing_sending"],
  [{ state: "failing", stateReason: "something new" }, "failing_other"],
  [{ state: "disabled", stateReason: "auth" }, "disabled"],
] as const)("%j is %s", (change, word) => {
  expect(healthWord({ ...WELL, ...change }, NOW)).toBe(word);
});

test("somebody has to sign in with the provider of a mailbox that never was, or no longer is, allowed", () => {
  const google = { ...WELL, signIn: "google" as const };
  const refused = { state: "failing" as const, stateReason: "auth" };

  expect(asksProvider({ ...google, state: "new", isAuthorised: false })).toBe(true);
  expect(asksProvider({ ...google, ...refused })).toBe(true);
  expect(asksProvider({ ...google, state: "failing", stateReason: "network" })).toBe(false);
  expect(asksProvider({ ...WELL, ...refused })).toBe(false);
});

test("trouble stands first, the one for which most replies wait before others of its kind, the rest by address", () => {
  const mailboxes = [
    box("off@acme.test", { state: "disabled" }),
    box("b@acme.test", {}),
    box("late@acme.test", { lastSyncedAt: "2026-11-19T09:00:00Z" }),
    box("a@acme.test", {}),
    box("held@acme.test", { state: "disabled", waitingReplies: 2 }),
    box("net@acme.test", { state: "failing", stateReason: "network", waitingReplies: 9 }),
    box("auth@acme.test", { state: "failing", stateReason: "auth" }),
    box("tls@acme.test", { state: "failing", stateReason: "tls", waitingReplies: 1 }),
  ];

  expect(byUrgency(mailboxes, NOW).map(({ address }) => address.split("@")[0])).toEqual([
    "tls",
    "auth",
    "net",
    "held",
    "late",
    "a",
    "b",
    "off",
  ]);
  expect(mailboxes.filter(needsPerson).map(({ address }) => address)).toEqual([
    "held@acme.test",
    "net@acme.test",
    "auth@acme.test",
    "tls@acme.test",
  ]);
});
