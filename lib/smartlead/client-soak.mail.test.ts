import { expect, test } from "vitest";
import { seeded, type Random } from "@/lib/sandbox/random";
import type { Fault, PathAnswer, SuccessAnswer } from "@/lib/testing/fake-smartlead/fake-faults";
import type { FakeLead } from "@/lib/testing/fake-smartlead/fake-state";
import { freeBudget } from "@/lib/testing/fake-smartlead/free-budget";
import { startFakeSmartlead, type FakeSmartlead } from "@/lib/testing/fake-smartlead/start-fake-smartlead";
import { smartleadClient } from "./client";
import { SmartleadFault, type RemoteLead, type RemoteSendResult, type SmartleadApi } from "./smartlead-api";

/** `npm run soak` sets it higher. */
const RUNS = Number(process.env.SMARTLEAD_RUNS ?? 50);
const SEED = process.env.SMARTLEAD_SEED ?? "smartlead";

test(`whatever Smartlead does, the client reads all that is there and says truly what was sent (${RUNS} runs)`, async () => {
  for (let run = 0; run < RUNS; run++) {
    const seed = `${SEED}-${run}`;
    const random = seeded(seed);
    const fake = await startFakeSmartlead(quirks(random));
    try {
      const leads = await someAccount(fake, random);
      const client = smartleadClient({
        key: fake.key,
        baseUrl: fake.url,
        budget: freeBudget(),
        rules: { allow: [fake.allow] },
      });
      await sendSome(fake, client, leads, random, seed);
      await readAll(fake, client, leads, random, seed);
    } finally {
      await fake.stop();
    }
  }
}, 600_000);

const PATHS: PathAnswer[] = ["on", "on", "html_page", "html_404", "text_405", "json_404", "redirect"];

const quirks = (random: Random) => ({
  ids: random.pick(["text", "number", "mixed"] as const),
  a: random.pick(PATHS),
  b: random.pick(PATHS),
  success: random.pick<SuccessAnswer>(["text", "success_json", "ok_json", "empty"]),
  missing: random.pick(["object", "empty", "404"] as const),
  shufflesHistory: random.chance(0.8),
  sendsRateHeaders: random.chance(0.5),
});

const FAULTS: Fault[] = [
  { kind: "limit", where: "header" },
  { kind: "limit", where: "nowhere" },
  { kind: "server" },
  { kind: "server", json: false },
  { kind: "gateway" },
  { kind: "not_json" },
  { kind: "lost_before" },
  { kind: "lost_after" },
  { kind: "halfway" },
];

/** A broken answer with a 2xx is an acceptance all the same: it was given by whoever had taken the reply. */
const SENDING_FAULTS = FAULTS.filter(({ kind }) => kind !== "not_json");

async function someAccount(fake: FakeSmartlead, random: Random): Promise<FakeLead[]> {
  const campaigns = Array.from({ length: random.int(1, 3) }, () => fake.addCampaign());
  const accounts = Array.from({ length: random.int(1, 3) }, () => fake.addAccount());
  const leads = Array.from({ length: random.int(1, 30) }, () =>
    fake.addLead({ campaign: random.pick(campaigns), account: random.pick(accounts) }),
  );
  for (const [at, lead] of leads.entries())
    for (let count = random.int(0, 3); count > 0; count--)
      await fake.receive(lead, {
        time: new Date(Date.now() - (at * 10 + count) * 1000),
        email_body: random.pick(["<p>Yes</p>", "", "<p>a\0b</p>", "<p>Grüße, 雪</p>", "x".repeat(5000)]),
        ...(random.chance(0.3) ? { cc: "eva@lead.test, Ida <ida@lead.test>" } : {}),
      });
  if (random.chance(0.5)) fake.state.brokenRows.replies.push({ lead_email: 5 }, null);
  return leads;
}

/** Several at once, each with its own text: what is said of each must be true of it. */
async function sendSome(fake: FakeSmartlead, client: SmartleadApi, leads: FakeLead[], random: Random, seed: string) {
  for (let count = random.int(0, 4); count > 0; count--)
    fake.faults.add(random.pick(SENDING_FAULTS), { path: /thread$/, times: random.int(1, 2) });
  const texts = Array.from({ length: random.int(1, 6) }, (_, at) => `<p>Reply ${at} of ${seed}</p>`);
  const results = await Promise.all(
    texts.map((emailBody) => {
      const lead = random.pick(leads);
      const reply = {
        campaignId: String(lead.campaign.id),
        emailStatsId: lead.history[0]!.stats_id,
        emailBody,
        toEmail: lead.email,
        cc: random.chance(0.5) ? ["eva@lead.test"] : [],
        bcc: [],
        addSignature: random.chance(0.5),
        attachments: [],
      };
      const endpoint = random.pick(["auto", "auto", "a", "b"] as const);
      return client.sendThread({ kind: "person", endpoint, found: random.pick([null, "a", "b"] as const), reply });
    }),
  );
  fake.faults.clear();
  for (const [at, result] of results.entries()) {
    const taken = fake.replies.filter(({ message }) => message.email_body === texts[at]).length;
    expect(possible(result), `${JSON.stringify(result)} in ${seed}`).toContain(taken);
  }
}

/** How often a reply may have been taken, by what is said of it. */
function possible(result: RemoteSendResult): number[] {
  if (result.kind === "unknown") return [0, 1];
  return result.kind === "accepted" ? [1] : [0];
}

async function readAll(fake: FakeSmartlead, client: SmartleadApi, leads: FakeLead[], random: Random, seed: string) {
  const rows: RemoteLead[] = [];
  let broken = 0;
  for (let offset = 0; ; offset += 20) {
    if (random.chance(0.3)) fake.faults.add(random.pick(FAULTS));
    const page = await again(() => client.listReplies({ kind: "sync", offset, withHistory: true }));
    rows.push(...page.rows);
    broken += page.broken.length;
    if (page.isLast) break;
  }
  const answered = leads.filter(({ lastReplyAt }) => lastReplyAt !== null);
  const told = (lead: FakeLead) =>
    lead.history
      .toSorted((a, b) => Date.parse(a.time) - Date.parse(b.time) || (a.message_id < b.message_id ? -1 : 1))
      .map((each) => [each.message_id.slice(1, -1), each.time, each.email_body.replaceAll("\0", "\ufffd")]);
  const read = (history: RemoteLead["history"]) =>
    history!.map(({ messageId, time, html }) => [messageId, time.toISOString(), html]);

  expect(rows.map(({ leadMapId }) => leadMapId).toSorted(), seed).toEqual(
    answered.map(({ mapId }) => mapId).toSorted(),
  );
  expect(broken, seed).toBe(fake.state.brokenRows.replies.length);
  for (const lead of answered)
    expect(read(rows.find(({ leadMapId }) => leadMapId === lead.mapId)!.history), seed).toEqual(told(lead));

  const one = random.pick(leads);
  const ids = { campaignId: String(one.campaign.id), leadId: one.leadId };
  const history = await again(() => client.readHistory({ kind: "sweep", ...ids }));
  expect(read(history.rows), seed).toEqual(told(one));
}

/** Until it succeeds: what only reads may be asked again. */
async function again<T>(work: () => Promise<T>): Promise<T> {
  for (;;)
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof SmartleadFault)) throw error;
    }
}
