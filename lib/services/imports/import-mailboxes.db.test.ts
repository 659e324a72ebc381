import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { campaigns, events, mailboxes, members } from "@/lib/db/schema";
import type { Context } from "@/lib/services/context";
import { mailboxSecrets } from "@/lib/services/mailboxes/mailbox-secrets";
import { contextOf, makeWorld, type World } from "@/lib/testing/factories";
import { bytes, check, write } from "@/lib/testing/table-imports";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";

const database = testDatabase();
let world: World;
let admin: Context;
beforeEach(async () => {
  world = await makeWorld(database.db);
  admin = contextOf(world.admin, database.db);
});

describe("mailboxes", () => {
  const HEAD = "from_email,from_name,password,imap_host,imap_port,smtp_host,smtp_port,daily limit,time zone";
  const ROW = "sam@acme.test,Sam Reed,s3cret-one,imap.acme.test,993,smtp.acme.test,587,30,Europe/Lisbon";

  const samsMailbox = async () => {
    const isHis = and(eq(mailboxes.workspaceId, world.workspaceId), eq(mailboxes.address, "sam@acme.test"));
    return (await database.db.select().from(mailboxes).where(isHis))[0]!;
  };

  test("are connected with their passwords sealed, shown to nobody and written into no history", async () => {
    const report = await check(admin, bytes(HEAD, ROW), { kind: "mailboxes" });
    await write(admin, bytes(HEAD, ROW), { kind: "mailboxes" });

    const row = await samsMailbox();
    expect(row).toMatchObject({
      workspaceId: world.workspaceId,
      imapSecurity: "tls",
      smtpSecurity: "starttls",
      imapUser: "sam@acme.test",
      dailyCap: 30,
      timeZone: "Europe/Lisbon",
      state: "new",
    });
    expect(mailboxSecrets(row)).toEqual({ imapPassword: "s3cret-one", smtpPassword: "s3cret-one" });
    const history = await database.db.select().from(events).where(eq(events.workspaceId, world.workspaceId));
    expect(JSON.stringify([report, row, history])).not.toContain("s3cret");
    expect(report.preview[0]!.cells).toContain("••••••");
    expect(await database.db.$count(campaigns, eq(campaigns.directMailboxId, row.id))).toBe(1);
  });

  test("of whose time zone a row says nothing live on the clocks of who imports them, and keep them later", async () => {
    const head = "email,password,imap host,smtp host,daily cap";
    const row = "sam@acme.test,s3cret,imap.acme.test,smtp.acme.test";
    const isHers = eq(members.id, world.admin.id);
    await database.db.update(members).set({ timeZone: "Europe/Berlin" }).where(isHers);
    await write(admin, bytes(head, `${row},30`), { kind: "mailboxes" });
    await database.db.update(members).set({ timeZone: "Asia/Tokyo" }).where(isHers);
    await write(admin, bytes(head, `${row},31`), { kind: "mailboxes" });

    expect(await samsMailbox()).toMatchObject({ timeZone: "Europe/Berlin", dailyCap: 31 });
  });

  test("that are known are changed, and the same table again leaves them and their connections alone", async () => {
    await write(admin, bytes(HEAD, ROW), { kind: "mailboxes" });
    const same = await write(admin, bytes(HEAD, ROW), { kind: "mailboxes" });
    const changed = await write(admin, bytes("email,password,daily cap", "SAM@acme.test,another-one,25"), {
      kind: "mailboxes",
    });

    expect(same.counts).toMatchObject({ same: 1, new: 0, update: 0 });
    expect(changed.counts).toMatchObject({ update: 1 });
    const row = await samsMailbox();
    expect(row).toMatchObject({ dailyCap: 25, displayName: "Sam Reed", imapHost: "imap.acme.test" });
    expect(mailboxSecrets(row).imapPassword).toBe("another-one");
  });

  test("say what is missing or not safe", async () => {
    await write(admin, bytes(HEAD, ROW), { kind: "mailboxes" });
    const head = "email,imap host,smtp host,password,smtp security,port";
    const report = await check(
      admin,
      bytes(
        head,
        "a@acme.test,,smtp.acme.test,x,",
        "b@acme.test,imap.acme.test,smtp.acme.test,,",
        "c@acme.test,imap.acme.test,smtp.acme.test,x,none",
        "sam@acme.test,imap.evil.test,,,",
        "d@acme.test,imap host,smtp.acme.test,x,maybe",
      ),
      { kind: "mailboxes" },
    );

    expect(report.wrong.map(({ problems }) => problems.map(({ column, reason }) => [column, reason]))).toEqual([
      [[1, "host_needed"]],
      [
        [3, "password_missing"],
        [3, "password_missing"],
      ],
      [[4, "tls_required"]],
      [[3, "password_needed"]],
      [
        [1, "host"],
        [4, "security"],
      ],
    ]);
  });

  test("that sign in with a provider keep to its servers, and get no password", async () => {
    await write(admin, bytes(HEAD, ROW), { kind: "mailboxes" });
    const { id } = await samsMailbox();
    const signedIn = { signIn: "google" as const, imapPassword: null, smtpPassword: null, oauthTokens: "sealed" };
    await database.db.update(mailboxes).set(signedIn).where(eq(mailboxes.id, id));
    const elsewhere = await check(admin, bytes("email,imap host,password", "sam@acme.test,imap.evil.test,x"), {
      kind: "mailboxes",
    });
    await write(admin, bytes("email,password,daily cap", "sam@acme.test,another-one,25"), { kind: "mailboxes" });

    expect(elsewhere.wrong.map(({ problems }) => problems)).toEqual([[{ column: 1, reason: "signs_in_elsewhere" }]]);
    expect(await samsMailbox()).toMatchObject({ ...signedIn, dailyCap: 25, imapHost: "imap.acme.test" });
  });

  test("send as many in a day as the settings take, and no other number", async () => {
    const report = await check(
      admin,
      bytes(HEAD, ROW.replace(",30,", ",0,"), ROW.replace("sam@", "eva@").replace(",30,", ",10001,")),
      { kind: "mailboxes" },
    );

    expect(report.wrong.map(({ problems }) => problems.map(({ column }) => column))).toEqual([[7], [7]]);
  });

  test("never come into the sandbox", async () => {
    const sandbox = contextOf((await makeWorld(database.db, { kind: "sandbox" })).admin, database.db);

    await expect(check(sandbox, bytes(HEAD, ROW), { kind: "mailboxes" })).rejects.toMatchObject({
      code: "forbidden",
      reason: "sandbox",
    });
  });
});
