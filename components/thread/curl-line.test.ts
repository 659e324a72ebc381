import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { curlLine } from "./curl-line";

const ids = { campaignId: 12345, emailStatsId: "abc-123", replyMessageId: "<o'$(touch x)`id`@lead.test>", id: 1001 };

test("a shell passes exactly the ids on, whatever stands in a Message-ID", () => {
  const line = curlLine("http://localhost:3000", ids)!;
  const body = execFileSync("sh", ["-c", line.replace(/^curl.* -d /, "printf %s ")], { encoding: "utf8" });
  expect(JSON.parse(body)).toMatchObject(ids);
  expect(line).toContain('"http://localhost:3000/api/v1/email-campaigns/send-email-thread?api_key=KEY"');
});

test("an untracked thread has no campaign to answer in", () => {
  expect(curlLine("http://localhost:3000", { ...ids, campaignId: null })).toBeNull();
});
