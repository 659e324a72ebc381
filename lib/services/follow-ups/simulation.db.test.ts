import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { replies } from "@/lib/db/schema";
import { figures } from "@/lib/testing/simulation/figures";
import { judge } from "@/lib/testing/simulation/oracle/judge";
import { tellStories } from "@/lib/testing/simulation/oracle/stories";
import { simulate } from "@/lib/testing/simulation/simulate";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";

const FOLLOW_UPS = Number(process.env.SIM_FOLLOW_UPS ?? 1_000);
const LEADS = Number(process.env.SIM_LEADS ?? 100);
const SEED = process.env.SIM_SEED ?? "follow-ups";

const test_ = testDatabase();
const folder = mkdtempSync(path.join(tmpdir(), "threadwell-simulation-"));
beforeAll(() => void (process.env.DATA_DIR = folder));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test(
  "in sixty days no follow-up leaves after an answer, outside its hours, over a cap or twice, and none is lost",
  { timeout: 120_000 + FOLLOW_UPS * 1_000 },
  async () => {
    const { world, facts, planned } = await simulate(test_.db, {
      seed: SEED,
      followUps: FOLLOW_UPS,
      leads: LEADS,
      days: 60,
    });

    const told = tellStories(world, facts, await test_.db.select().from(replies));
    process.stdout.write(`\n${figures(told)}\n`);
    expect(planned).toBeGreaterThanOrEqual(FOLLOW_UPS);
    expect(judge(told).join("\n\n"), `SIM_SEED=${SEED}`).toBe("");
  },
);
