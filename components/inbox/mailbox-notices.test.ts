import { expect, test } from "vitest";
import type { MailboxTrouble, StoppedMailbox } from "@/lib/domain/mailbox-health";
import { mailboxNotices } from "./mailbox-notices";

const box = (id: string, state: StoppedMailbox["state"] = "failing"): StoppedMailbox => ({
  id,
  address: `${id}@acme.test`,
  signIn: "password",
  state,
  reason: "auth",
  since: "2026-11-19T10:42:00Z",
});
const seen = (mailboxes: StoppedMailbox[], ...connected: string[]): MailboxTrouble => ({
  mailboxes,
  connected,
  keepers: [],
});

test("a stop is told once, whatever its reason becomes, and once that it is over", () => {
  const first = mailboxNotices({}, seen([box("sam")], "ana"));
  const second = mailboxNotices(first.known, seen([{ ...box("sam"), reason: "network" }], "ana"));
  const third = mailboxNotices(second.known, seen([], "ana", "sam"));
  const fourth = mailboxNotices(third.known, seen([], "ana", "sam"));

  expect(first).toMatchObject({ stopped: [{ id: "sam" }], back: [] });
  expect(second).toMatchObject({ stopped: [], back: [] });
  expect(third).toEqual({ stopped: [], refused: [], back: ["sam@acme.test"], known: {} });
  expect(fourth).toEqual({ stopped: [], refused: [], back: [], known: {} });
});

test("one that is tried again after a change is neither back nor told of anew", () => {
  const known = { sam: "sam@acme.test" };

  const trying = mailboxNotices(known, seen([]));

  expect(trying).toEqual({ stopped: [], refused: [], back: [], known });
  expect(mailboxNotices(trying.known, seen([box("sam")])).stopped).toEqual([]);
});

test("one that is read and may not send is told apart from one that has stopped", () => {
  const { stopped, refused, known } = mailboxNotices({}, seen([box("sam"), { ...box("ana"), reason: "sending" }]));

  expect(stopped.map(({ id }) => id)).toEqual(["sam"]);
  expect(refused.map(({ id }) => id)).toEqual(["ana"]);
  expect(Object.keys(known).toSorted()).toEqual(["ana", "sam"]);
});

test("one that somebody disabled is not called back", () => {
  expect(mailboxNotices({ sam: "sam@acme.test" }, seen([box("sam", "disabled")]))).toEqual({
    stopped: [],
    refused: [],
    back: [],
    known: {},
  });
});
