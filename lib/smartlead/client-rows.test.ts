import { describe, expect, test } from "vitest";
import { useFakeSmartlead } from "@/lib/testing/fake-smartlead/use-fake-smartlead";

const smartlead = useFakeSmartlead();
const { clientOf, answeredLead } = smartlead;
const kind = "person" as const;
describe("a row that cannot be understood", () => {
  test("is set aside with what is wrong with it, and stops no page", async () => {
    const lead = answeredLead();
    await smartlead.fake.receive(lead);
    smartlead.fake.state.brokenRows.replies.push(
      { email_lead_map_id: 5, lead_email: "ana", email_campaign_id: {} },
      null,
      "x",
    );

    const page = await clientOf().listReplies({ kind, offset: 0, limit: 4, withHistory: true });

    expect(page.rows.map(({ leadMapId }) => leadMapId)).toEqual([lead.mapId]);
    expect(page.isLast).toBe(false);
    expect(page.broken).toEqual([
      {
        raw: '{"email_lead_map_id":5,"lead_email":"ana","email_campaign_id":{}}',
        reason: "email_lead_id: invalid, lead_email: address, email_campaign_id: invalid",
      },
      { raw: "null", reason: "row: wrong_type" },
      { raw: '"x"', reason: "row: wrong_type" },
    ]);
  });

  test("of an email account is shown without its passwords", async () => {
    const broken = { id: 5, from_email: null, imap_password: "imap secret", smtp: { password: "smtp secret" } };
    smartlead.fake.state.brokenRows.mailboxes.push(broken);

    const page = await clientOf().listMailboxes({ kind, offset: 0 });

    expect(page.broken).toEqual([
      {
        raw: '{"id":5,"from_email":null,"imap_password":"[hidden]","smtp":{"password":"[hidden]"}}',
        reason: "from_email: wrong_type",
      },
    ]);
  });

  test("within a history leaves its lead and the other messages as they are", async () => {
    const lead = answeredLead();
    await smartlead.fake.receive(lead);
    lead.overlay = {
      email_history: [...lead.history, { type: "REPLY", time: "soon" }, { ...lead.history[0], type: "?" }],
    };

    const page = await clientOf().listReplies({ kind, offset: 0, withHistory: true });

    expect(page.rows[0]!.history).toHaveLength(2);
    expect(page.broken.map(({ reason }) => reason)).toEqual(["time: not_a_time", "type: unknown_value"]);
  });

  test("is none only because fields are missing, null, of another type or unknown", async () => {
    const lead = answeredLead();
    await smartlead.fake.receive(lead);
    lead.overlay = {
      lead_first_name: null,
      lead_last_name: 7,
      lead_status: undefined,
      lead_category_id: "3",
      email_account_id: null,
      last_reply_time: "2026-11-20 10:00:00",
      has_new_unread_email: "false",
      team_member_id: "",
      something_new: { nested: [1] },
      email_history: [
        {
          type: "sent",
          time: "2026-11-20T10:00:00+02:00",
          email_seq_number: 2,
          cc: [{ email: "eva@lead.test" }, "ida@lead.test"],
        },
      ],
    };

    const { rows, broken } = await clientOf().listReplies({ kind, offset: 0, withHistory: true });

    expect(broken).toEqual([]);
    expect(rows[0]).toMatchObject({
      firstName: "",
      lastName: "7",
      status: "",
      categoryId: "3",
      mailboxId: "",
      lastReplyAt: new Date("2026-11-20T10:00:00Z"),
      isUnread: false,
      teamMemberId: null,
      raw: { something_new: { nested: [1] } },
      history: [
        {
          type: "SENT",
          statsId: "",
          messageId: null,
          subject: "",
          html: "",
          step: 2,
          cc: ["eva@lead.test", "ida@lead.test"],
          time: new Date("2026-11-20T08:00:00Z"),
        },
      ],
    });
  });
});

test("what PostgreSQL cannot store is replaced on arrival", async () => {
  const lead = answeredLead();
  await smartlead.fake.receive(lead, { email_body: "<p>a\0b\ud800</p>", subject: "x\0y" });

  const { rows } = await clientOf().listReplies({ kind, offset: 0, withHistory: true });

  expect(rows[0]!.history![1]).toMatchObject({ html: "<p>a\ufffdb\ufffd</p>", raw: { subject: "x\ufffdy" } });
});
