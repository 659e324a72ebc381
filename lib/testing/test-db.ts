import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { openDatabase, type Database } from "@/lib/db/client";
import { closeSender } from "@/lib/jobs/enqueue";

export type TestDatabase = { db: Database; pool: pg.Pool; url: string };

/** A database of its own for a test file, copied from the migrated template, dropped after it. Also sets the environment that `lib/core/env` reads. */
export function useTestDatabase(): TestDatabase {
  const test = {} as TestDatabase;
  const name = `test_${randomBytes(6).toString("hex")}`;
  const server = inject("serverUrl");

  beforeAll(async () => {
    await onServer(server, `create database ${name} template threadwell_template`);
    test.url = `${server}/${name}`;
    process.env.DATABASE_URL = test.url;
    process.env.AUTH_SECRET ??= "a-secret-for-tests-only";
    process.env.ENCRYPTION_KEY ??= "a-key-for-tests-only-0123456789";
    process.env.LOG_LEVEL ??= "silent";
    Object.assign(test, openDatabase(test.url));
  });

  afterAll(async () => {
    await closeSender();
    await test.pool?.end();
    await onServer(server, `drop database if exists ${name} with (force)`);
  });
  return test;
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${url}/postgres` });
  await client.connect();
  try {
    for (let attempt = 1; ; attempt++) {
      try {
        await client.query(statement);
        return;
      } catch (error) {
        // 55006: the template is being copied by another test file at this moment.
        if ((error as { code?: string }).code !== "55006" || attempt === 20) throw error;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  } finally {
    await client.end();
  }
}
