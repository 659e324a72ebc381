import { expect, test } from "vitest";
import { PERMISSIONS, roleMay } from "./permissions";
import { ROLES } from "./roles";

test("who may do what, as one table", () => {
  const table = Object.fromEntries(
    PERMISSIONS.map((permission) => [permission, ROLES.filter((role) => roleMay(role, permission)).join(" ")]),
  );

  expect(table).toEqual({
    "thread.read": "client sdr manager admin",
    "plan.read": "sdr manager admin",
    "thread.triage": "sdr manager admin",
    "thread.filterByPerson": "manager admin",
    "schedule.team": "manager admin",
    "lead.update": "sdr manager admin",
    "reply.send": "sdr manager admin",
    "apiKey.own": "sdr manager admin",
    "apiKey.all": "admin",
    "mailbox.read": "sdr manager admin",
    "mailbox.manage": "admin",
    "smartlead.manage": "admin",
    "block.manage": "admin",
    "campaign.manage": "admin",
    "import.run": "admin",
    "category.manage": "admin",
    "team.manage": "admin",
    "template.use": "sdr manager admin",
    "template.share": "manager admin",
    "sandbox.read": "sdr manager admin",
    "presence.share": "sdr manager admin",
    "note.write": "sdr manager admin",
    "note.removeAny": "manager admin",
    "task.write": "sdr manager admin",
    "task.removeAny": "manager admin",
    "review.ask": "sdr manager admin",
    "review.decide": "manager admin",
    "rule.manage": "manager admin",
    "absence.own": "sdr manager admin",
    "absence.all": "manager admin",
    "insight.read": "client sdr manager admin",
    "insight.people": "manager admin",
    "audit.read": "admin",
  });
});
