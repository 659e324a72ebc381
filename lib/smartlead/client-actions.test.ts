import { describe, expect, test } from "vitest";
import type { SmartleadAction } from "@/lib/domain/smartlead";
import type { FakeLead } from "@/lib/testing/fake-smartlead/fake-state";
import { faultOf, useFakeSmartlead } from "@/lib/testing/fake-smartlead/use-fake-smartlead";

const smartlead = useFakeSmartlead();
const { clientOf, answeredLead } = smartlead;
const kind = "person" as const;
describe("what is done here is carried over", () => {
  const ids = (lead: FakeLead) => ({ campaign_id: String(lead.campaign.id), lead_id: lead.leadId });
  const map = (lead: FakeLead) => ({ email_lead_map_id: lead.mapId });
  const cases: [SmartleadAction, (lead: FakeLead) => Record<string, unknown>, RegExp][] = [
    ["category", (lead) => ({ ...map(lead), category_id: "3" }), /update-category$/],
    ["category", (lead) => ({ ...map(lead), category_id: null }), /update-category$/],
    ["read_state", (lead) => ({ ...map(lead), read_status: true }), /change-read-status$/],
    ["note", (lead) => ({ ...map(lead), note_message: "Call on Monday" }), /create-note$/],
    ["task", (lead) => ({ ...map(lead), name: "Call", priority: "HIGH" }), /create-task$/],
    [
      "reminder",
      (lead) => ({ ...map(lead), email_stats_id: "s", message: "Call", reminder_time: "2027-01-01T10:00:00Z" }),
      /set-reminder$/,
    ],
    ["team_member", (lead) => ({ ...map(lead), team_member_id: "12" }), /update-team-member$/],
    ["pause", ids, /leads\/\d+\/pause$/],
    ["resume", (lead) => ({ ...ids(lead), resume_lead_with_delay_days: 3 }), /leads\/\d+\/resume$/],
    ["unsubscribe", ids, /leads\/\d+\/unsubscribe$/],
    ["block_domain", () => ({ domains: ["lead.test"], source: "manual" }), /block-domains$/],
    [
      "forward",
      (lead) => ({
        campaign_id: String(lead.campaign.id),
        message_id: "<m@x>",
        stats_id: "s",
        to_emails: "eva@lead.test",
      }),
      /forward-email$/,
    ],
  ];
  test.each(cases)("%s", async (action, payloadOf, path) => {
    const lead = answeredLead();

    await clientOf().act({ kind, action, payload: payloadOf(lead) });

    expect(smartlead.fake.actions).toMatchObject([{ path: expect.stringMatching(path) }]);
  });

  test("a refusal says so", async () => {
    const payload = { email_lead_map_id: "5", category_id: "3" };
    expect((await faultOf(clientOf().act({ kind, action: "category", payload }))).reason).toBe("not_found");
    const unknown = { ...payload, colour: "red" };
    expect(await faultOf(clientOf().act({ kind, action: "category", payload: unknown }))).toMatchObject({
      reason: "refused",
      response: expect.stringContaining('\\"colour\\" is not allowed'),
    });
  });
});
