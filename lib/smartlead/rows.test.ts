import fc from "fast-check";
import { expect, test } from "vitest";
import { cpuTimeOf } from "@/lib/testing/cpu-time";
import { readCampaign, readCategory, readLead, readMailbox, readMessage, readRows, type ReadRow } from "./rows";

const LEAD = { email_lead_map_id: "1", email_lead_id: 2, lead_email: "ana@lead.test", email_campaign_id: "3" };
const MESSAGE = { type: "REPLY", time: "2026-11-20T10:00:00Z" };

const READERS: [string, ReadRow<unknown>, Record<string, unknown>, string[]][] = [
  ["lead", readLead, LEAD, ["lead_first_name", "lead_status", "last_reply_time", "email_account_id", "email_history"]],
  [
    "message",
    readMessage,
    MESSAGE,
    ["stats_id", "message_id", "from", "to", "cc", "subject", "email_body", "attachments"],
  ],
  ["campaign", readCampaign, { id: 1 }, ["name", "status", "scheduler_cron_value"]],
  ["mailbox", readMailbox, { id: 1, from_email: "sam@acme.test" }, ["from_name", "signature"]],
  ["category", readCategory, { id: 1, name: "Interested" }, ["sentiment_type"]],
];

test.each(READERS)(
  "a %s needs what it is known by; whatever else it says, it is read",
  (_what, read, needed, others) => {
    const anything = fc.record(Object.fromEntries(others.map((name) => [name, fc.jsonValue({ maxDepth: 3 })])), {
      requiredKeys: [],
    });
    fc.assert(
      fc.property(anything, (more) => {
        const { rows, broken } = readRows([{ ...more, ...needed }], read);
        expect(rows).toHaveLength(1);
        // What a history holds may be broken by itself.
        if (!Array.isArray(more.email_history)) expect(broken).toEqual([]);
      }),
    );
    for (const name of Object.keys(needed)) {
      const { [name]: _without, ...rest } = needed;
      expect(readRows([rest], read)).toMatchObject({
        rows: [],
        broken: [{ reason: expect.stringContaining(`${name}: `) }],
      });
    }
  },
);

test.each(READERS)("rows of %ss that are anything at all are each read or set aside", (_what, read) => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue(), { maxLength: 5 }), (list) => {
      const { rows, broken } = readRows(list, read);
      expect(rows.length + broken.length).toBeGreaterThanOrEqual(list.length);
      for (const each of broken) expect(each.reason).not.toBe("");
    }),
  );
});

test("addresses are read out of a text, texts and objects, with their names", () => {
  const ccOf = (cc: unknown) => (readMessage({ ...MESSAGE, cc }, []) as { cc: string[] }).cc;

  expect(ccOf('"Meyer, Ida" <ida@lead.test>; ben@lead.test,, ')).toEqual([
    '"Meyer, Ida" <ida@lead.test>',
    "ben@lead.test",
  ]);
  expect(ccOf([{ address: "eva@lead.test", name: 'Eva "E"\r\nX: 1' }, { email: "ida@lead.test" }, null, 5])).toEqual([
    '"Eva  E   X: 1" <eva@lead.test>',
    "ida@lead.test",
  ]);
  expect(ccOf({ name: "Nobody" })).toEqual([]);
  // A quote that nothing closes is a letter like others.
  expect(ccOf('"A \\" B" <a@lead.test>, "Ida <ida@lead.test>; "ben@lead.test')).toEqual([
    '"A \\" B" <a@lead.test>',
    '"Ida <ida@lead.test>; "ben@lead.test',
  ]);
  expect(ccOf('"Ida <ida@lead.test>; ben@lead.test')).toEqual(['"Ida <ida@lead.test>', "ben@lead.test"]);
});

test.each([
  ["addresses in quotes that nothing closes", { cc: '\\"'.repeat(1_000_000) }],
  ["addresses without end", { to: "a@lead.test,".repeat(200_000) }],
  ["a Message-ID of brackets", { message_id: `${">".repeat(2_000_000)}x` }],
])("%s take no time", async (_what, values) => {
  expect(await cpuTimeOf(() => readMessage({ ...MESSAGE, ...values }, []))).toBeLessThan(1_000);
});

test.each([
  ["2026-11-20T10:00:00.000Z", "2026-11-20T10:00:00.000Z"],
  ["2026-11-20T10:00:00", "2026-11-20T10:00:00.000Z"],
  ["2026-11-20 10:00:00.5", "2026-11-20T10:00:00.500Z"],
  ["2026-11-20T10:00:00+02:00", "2026-11-20T08:00:00.000Z"],
  ["Fri, 20 Nov 2026 10:00:00 GMT", "2026-11-20T10:00:00.000Z"],
  [1795168800, "2026-11-20T10:00:00.000Z"],
  ["1795168800000", "2026-11-20T10:00:00.000Z"],
])("a time is read from %j", (time, read) => {
  expect((readMessage({ ...MESSAGE, time }, []) as { time: Date }).time.toISOString()).toBe(read);
});

test.each(["soon", "", null, true, "0000-00-00 00:00:00", {}, -5])("%j is no time", (time) => {
  expect(readRows([{ ...MESSAGE, time }], readMessage).broken).toHaveLength(1);
});
