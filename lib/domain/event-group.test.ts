import { expect, test } from "vitest";
import { groupOfEvent } from "./event-group";

test.for([
  ["member.signed_in", "signIn"],
  ["member.role_changed", "team"],
  ["reply.sent", "sending"],
  ["message.forwarded", "sending"],
  ["message.source_exported", "export"],
  ["thread.printed", "export"],
  ["thread.archived", "threads"],
  ["mailbox.created", "settings"],
  ["whatever.comes", "settings"],
] as const)("%s is listed under %s", ([kind, group]) => {
  expect(groupOfEvent(kind)).toBe(group);
});
