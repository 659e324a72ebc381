import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { campaigns, mailboxes, members } from "@/lib/db/schema";
import type { Context } from "@/lib/services/context";
import { contextOf, makeWorld, type World } from "@/lib/testing/factories";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { createMailbox } from "./create-mailbox";
import { disableMailbox } from "./disable-mailbox";
import { enableMailbox } from "./enable-mailbox";
import { getMailbox } from "./get-mailbox";
import { getMailboxTest } from "./get-mailbox-test";
import { listMailboxes } from "./list-mailboxes";
import { mailboxSecrets } from "./mailbox-secrets";
import { saveMailboxSettings } from "./save-mailbox-settings";
import { CreateMailboxInput } from "./schemas";
import { testMailbox } from "./test-mailbox";
import { updateMailbox } from "./update-mailbox";

const database = testDatabase();
let world: World;
let admin: Context;
beforeEach(async () => {
  world = await makeWorld(database.db);
  admin = contextOf(world.admin, database.db);
});

const FORM: CreateMailboxInput = {
  address: "sam@acme.test",
  displayName: "Sam Reed",
  signatureHtml: '<p onclick="x()">Sam</p><script>alert(1)</script><img src="https://acme.test/logo.png" />',
  imapHost: "imap.acme.test",
  imapPort: 993,
  imapSecurity: "tls",
  imapUser: "sam",
  imapPassword: "imap secret",
  smtpHost: "smtp.acme.test",
  smtpPort: 465,
  smtpSecurity: "tls",
  smtpUser: "sam",
  smtpPassword: "smtp secret",
};
const SETTINGS = {
  displayName: "Sam",
  signatureHtml: "<p>Sam</p><script>alert(1)</script>",
  colour: 6,
  timeZone: "Europe/Lisbon",
  window: { days: [5, 1, 1], start: "09:00", end: "17:30" },
  dailyCap: 40,
  minimumGapMinutes: 1.5,
  sentFolder: null,
  sentCopies: "auto" as const,
  followsSeen: true,
  readsJunk: false,
  warmUp: { headers: ["X-Warmup"], tags: [], senders: [] },
};
const rowOf = async (id: string) => (await database.db.select().from(mailboxes).where(eq(mailboxes.id, id)))[0]!;

describe("a new mailbox", () => {
  test("that Smartlead has already gets its own servers in its own place", async () => {
    const { id } = world.mailbox;
    const { address } = await rowOf(id);
    const remote = { engine: "smartlead", state: "connected", imapHost: null, smtpHost: null } as const;
    await database.db.update(mailboxes).set(remote).where(eq(mailboxes.id, id));

    const view = await createMailbox(admin, { ...FORM, address });

    expect(view.id).toBe(id);
    expect(await rowOf(id)).toMatchObject({ engine: "smtp", state: "new", imapHost: "imap.acme.test" });
    await expect(createMailbox(admin, { ...FORM, address })).rejects.toMatchObject({ reason: "mailbox_exists" });
  });

  test("has its campaign Direct, and passwords that nothing gives back", async () => {
    const view = await createMailbox(admin, FORM);

    const row = await rowOf(view.id);
    const answers = JSON.stringify([view, await listMailboxes(admin), await getMailbox(admin, { mailboxId: view.id })]);
    expect(mailboxSecrets(row)).toEqual({ imapPassword: "imap secret", smtpPassword: "smtp secret" });
    expect(`${row.imapPassword} ${row.smtpPassword} ${answers}`).not.toMatch(/secret/i);
    expect(answers).not.toContain(row.imapPassword);
    expect(await database.db.select().from(campaigns).where(eq(campaigns.directMailboxId, view.id))).toHaveLength(1);
  });

  test("lives on the clocks of who connects it", async () => {
    const isHers = eq(members.id, world.admin.id);
    await database.db.update(members).set({ timeZone: "Europe/Berlin" }).where(isHers);

    expect((await createMailbox(admin, FORM)).timeZone).toBe("Europe/Berlin");
  });

  test("keeps a signature's picture and nothing that runs", async () => {
    const { signatureHtml } = await createMailbox(admin, FORM);

    expect(signatureHtml).toBe('<p>Sam</p><img src="https://acme.test/logo.png" />');
  });

  test("with an address that is there already is a conflict at its field, whatever its case", async () => {
    await createMailbox(admin, FORM);

    await expect(createMailbox(admin, { ...FORM, address: "SAM@acme.test" })).rejects.toMatchObject({
      code: "conflict",
      fields: [{ path: "address", reason: "mailbox_exists" }],
    });
  });

  test("is not connected to without TLS", async () => {
    await expect(createMailbox(admin, { ...FORM, smtpSecurity: "none" })).rejects.toMatchObject({
      code: "invalid",
      fields: [{ path: "smtpSecurity", reason: "tls_required" }],
    });
  });

  test("is never made in the sandbox", async () => {
    const sandbox = await makeWorld(database.db, { kind: "sandbox" });

    await expect(createMailbox(contextOf(sandbox.admin, database.db), FORM)).rejects.toMatchObject({
      code: "forbidden",
      reason: "sandbox",
    });
  });

  test.each(["sam@acme.test\r\nBcc: x@evil.test", "no address"])("with the address %j is refused", (address) => {
    expect(CreateMailboxInput.safeParse({ ...FORM, address }).success).toBe(false);
    expect(CreateMailboxInput.safeParse({ ...FORM, displayName: "Sam\r\nBcc: x@evil.test" }).success).toBe(false);
  });
});

test("users that are empty are the address and that of IMAP, and no fault of their own", () => {
  expect(CreateMailboxInput.parse({ ...FORM, imapUser: "", smtpUser: "" })).toMatchObject({
    imapUser: FORM.address,
    smtpUser: FORM.address,
  });
  expect(CreateMailboxInput.parse({ ...FORM, smtpUser: "" })).toMatchObject({ imapUser: "sam", smtpUser: "sam" });
  const { error } = CreateMailboxInput.safeParse({ ...FORM, address: "", imapUser: "", smtpUser: "" });
  expect(error!.issues.map(({ path }) => path.join("."))).toEqual(["address"]);
});

describe("a mailbox that is there", () => {
  test("keeps its passwords when they are left empty, unless they would go to another server", async () => {
    const { id } = await createMailbox(admin, FORM);
    const empty = { ...FORM, mailboxId: id, imapPassword: "", smtpPassword: "" };

    await updateMailbox(admin, { ...empty, displayName: "Samuel" });
    const elsewhere = updateMailbox(admin, { ...empty, imapHost: "imap.evil.test" });

    await expect(elsewhere).rejects.toMatchObject({ fields: [{ path: "imapPassword", reason: "password_needed" }] });
    expect(await rowOf(id)).toMatchObject({ displayName: "Samuel", imapHost: "imap.acme.test" });
    expect(mailboxSecrets(await rowOf(id)).imapPassword).toBe("imap secret");
  });

  test("changes a password of both servers at both, and leaves one that is sending's own", async () => {
    const changed = async (address: string, smtpPassword: string) => {
      const { id } = await createMailbox(admin, { ...FORM, address, smtpPassword });
      await updateMailbox(admin, { ...FORM, address, mailboxId: id, imapPassword: "new one", smtpPassword: "" });
      return mailboxSecrets(await rowOf(id)).smtpPassword;
    };

    expect(await changed("one@acme.test", FORM.imapPassword)).toBe("new one");
    expect(await changed("two@acme.test", "smtp secret")).toBe("smtp secret");
  });

  test("asks once for one password of both servers where both change", async () => {
    const { id } = await createMailbox(admin, { ...FORM, smtpPassword: FORM.imapPassword });
    const elsewhere = { imapHost: "imap.new.test", smtpHost: "smtp.new.test", imapPassword: "", smtpPassword: "" };

    const kept = updateMailbox(admin, { ...FORM, mailboxId: id, ...elsewhere });
    await expect(kept).rejects.toMatchObject({ fields: [{ path: "imapPassword", reason: "password_needed" }] });

    await updateMailbox(admin, { ...FORM, mailboxId: id, ...elsewhere, imapPassword: "new one" });
    expect(mailboxSecrets(await rowOf(id))).toEqual({ imapPassword: "new one", smtpPassword: "new one" });
  });

  test("keeps how it writes and is read beside its servers, and a signature without what runs", async () => {
    const { id: mailboxId } = await createMailbox(admin, FORM);

    const saved = await saveMailboxSettings(admin, { ...SETTINGS, mailboxId });

    expect(saved).toMatchObject({
      displayName: "Sam",
      signatureHtml: "<p>Sam</p>",
      colour: 6,
      timeZone: "Europe/Lisbon",
      windowDays: [1, 5],
      windowStart: "09:00",
      windowEnd: "17:30",
      dailyCap: 40,
      minimumGap: 90,
      imapHost: FORM.imapHost,
    });
    expect(await saveMailboxSettings(admin, { ...SETTINGS, mailboxId, window: null, dailyCap: null })).toMatchObject({
      windowDays: null,
      windowStart: null,
      dailyCap: null,
    });
    const stranger = contextOf((await makeWorld(database.db)).admin, database.db);
    await expect(saveMailboxSettings(stranger, { ...SETTINGS, mailboxId })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(
      saveMailboxSettings(contextOf(world.manager, database.db), { ...SETTINGS, mailboxId }),
    ).rejects.toMatchObject({ code: "forbidden" });
  });

  test("signs in by a provider only where one is set up, and a password is asked for again after that", async () => {
    const { id: mailboxId } = await createMailbox(admin, FORM);
    const empty = { ...FORM, mailboxId, imapPassword: "", smtpPassword: "" };

    await expect(updateMailbox(admin, { ...empty, signIn: "google" })).rejects.toMatchObject({ reason: "no_oauth" });
    expect(CreateMailboxInput.safeParse({ ...FORM, imapPassword: "" }).success).toBe(false);
    expect(CreateMailboxInput.safeParse({ ...FORM, imapPassword: "", signIn: "google" }).success).toBe(true);
    await database.db
      .update(mailboxes)
      .set({ signIn: "google", imapPassword: null, smtpPassword: null })
      .where(eq(mailboxes.id, mailboxId));
    await expect(updateMailbox(admin, { ...empty, signIn: "password" })).rejects.toMatchObject({
      fields: [{ path: "imapPassword", reason: "empty" }],
    });
  });

  test("is disabled and enabled again", async () => {
    const { id: mailboxId } = await createMailbox(admin, FORM);

    const disabled = await disableMailbox(admin, { mailboxId });
    const enabled = await enableMailbox(admin, { mailboxId });

    expect(disabled).toMatchObject({ state: "disabled", disabledAt: expect.any(String) });
    expect(enabled).toMatchObject({ state: "new", disabledAt: null });
  });

  test("is the admin's to change, and nobody's of another workspace", async () => {
    const { id: mailboxId } = await createMailbox(admin, FORM);
    const { testId } = await testMailbox(admin, { mailboxId });
    const stranger = contextOf((await makeWorld(database.db)).admin, database.db);
    const change = { ...FORM, mailboxId };

    for (const context of [contextOf(world.member, database.db), contextOf(world.manager, database.db)]) {
      await expect(createMailbox(context, FORM)).rejects.toMatchObject({ code: "forbidden" });
      await expect(updateMailbox(context, change)).rejects.toMatchObject({ code: "forbidden" });
      await expect(disableMailbox(context, { mailboxId })).rejects.toMatchObject({ code: "forbidden" });
      await expect(testMailbox(context, { mailboxId })).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(getMailbox(stranger, { mailboxId })).rejects.toMatchObject({ code: "not_found" });
    await expect(updateMailbox(stranger, change)).rejects.toMatchObject({ code: "not_found" });
    await expect(enableMailbox(stranger, { mailboxId })).rejects.toMatchObject({ code: "not_found" });
    await expect(testMailbox(stranger, { mailboxId })).rejects.toMatchObject({ code: "not_found" });
    await expect(getMailboxTest(stranger, { testId })).rejects.toMatchObject({ code: "not_found" });
  });
});
