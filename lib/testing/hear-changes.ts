import { randomUUID } from "node:crypto";
import type { Pool } from "pg";
import { CHANNEL, type Change } from "@/lib/realtime/notify";

/** What is told of a workspace's changes while `work` runs, in the order in which it is told. */
export async function hearChanges(pool: Pool, workspaceId: string, work: () => Promise<void>): Promise<Change[]> {
  const client = await pool.connect();
  const heard: Change[] = [];
  const last = randomUUID();
  const ended = new Promise<void>((resolve) => {
    client.on("notification", ({ payload }) => {
      const change = JSON.parse(payload ?? "{}") as Change;
      if (change.workspaceId === last) resolve();
      else if (change.workspaceId === workspaceId) heard.push(change);
    });
  });
  await client.query(`listen ${CHANNEL}`);
  await work();
  // Notifications come in the order of their commits: after this one there is none to wait for.
  await pool.query("select pg_notify($1, $2)", [CHANNEL, JSON.stringify({ workspaceId: last })]);
  await ended;
  client.removeAllListeners("notification");
  await client.query(`unlisten ${CHANNEL}`);
  client.release();
  return heard;
}
