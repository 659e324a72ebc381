import type { SendResult } from "@/lib/domain/send-result";
import type { MailboxRow } from "@/lib/testing/factories";
import type { Transport } from "@/lib/mail/transport";
import type { Fact, Fate, Letter } from "./facts";

export type LyingMail = { raw: Buffer; source: "inbox" | "sent"; letter: Letter | null };
export type Sent = { messageId: string; mailboxId: string; to: string[]; raw: Buffer };
type Script = {
  now: () => number;
  /** Writes down what happened. */
  tell: (fact: Fact) => void;
  fateOf: (messageId: string, attempt: number) => Fate;
  /** A message has left. */
  onLeft: (sent: Sent) => void;
  /** The sending of a mailbox stands still: until an answer in so many minutes, or for good (null). */
  onStuck: (mailboxId: string, minutes: number | null) => void;
};

const ACCEPTED: SendResult = { kind: "accepted", response: "250 taken", outcomes: [] };
/** What changes nothing any more: the row is another's. */
const TOO_LATE: SendResult = { kind: "refused", temporary: true, reason: "mark_lost", response: "", outcomes: [] };

/** All mail servers, in memory: what leaves is written down, and what lies in a mailbox waits there until it is read. */
export class SimulatedServers {
  readonly #lying = new Map<string, LyingMail[]>();
  readonly #attempts = new Map<string, number>();
  readonly #stuck = new Map<string, (result: SendResult) => void>();
  readonly #dead: ((result: SendResult) => void)[] = [];
  readonly #script: Script;

  constructor(script: Script) {
    this.#script = script;
  }

  /** A message lies in a mailbox's folder from now on. */
  deliver(mailboxId: string, mail: LyingMail): void {
    this.#lying.set(mailboxId, [...(this.#lying.get(mailboxId) ?? []), mail]);
  }

  /** What lies in a mailbox and was not read yet. */
  fetch(mailboxId: string): LyingMail[] {
    const found = this.#lying.get(mailboxId) ?? [];
    this.#lying.delete(mailboxId);
    return found;
  }

  /** The late answer to the message of a mailbox comes. */
  answerLate(mailboxId: string): void {
    this.#stuck.get(mailboxId)?.(ACCEPTED);
    this.#stuck.delete(mailboxId);
  }

  /** All processes end: nobody waits for a late answer any more. */
  cut(): void {
    this.#dead.push(...this.#stuck.values());
    this.#stuck.clear();
  }

  /** Ends what processes that died have left hanging; nothing is written by that. */
  bury(): void {
    for (const end of [...this.#dead, ...this.#stuck.values()]) end(TOO_LATE);
  }

  readonly transportOf = ({ id: mailboxId }: Pick<MailboxRow, "id">): Transport => ({
    send: async ({ to }, raw, mark) => {
      const messageId = messageIdOf(raw);
      const attempt = (this.#attempts.get(messageId) ?? 0) + 1;
      this.#attempts.set(messageId, attempt);
      const { now, tell, fateOf } = this.#script;
      const fate = fateOf(messageId, attempt);
      tell({ kind: "begun", at: now(), messageId, mailboxId, fate });
      return this.#fare({ messageId, mailboxId, to, raw }, fate, mark);
    },
  });

  async #fare(sent: Sent, fate: Fate, mark: () => Promise<void>): Promise<SendResult> {
    if (fate.kind === "killed" && fate.where === "before_mark") return this.#die(sent.mailboxId);
    if (fate.kind === "refused" && !fate.isMarked) return refusal;
    try {
      await mark();
    } catch {
      return TOO_LATE;
    }
    if (fate.kind === "refused") return refusal;
    if (fate.kind === "killed" && fate.where === "after_mark") return this.#die(sent.mailboxId);
    if (fate.kind === "lost" && !fate.hasLeft) return { kind: "unknown", response: "" };
    this.#script.tell({ kind: "left", at: this.#script.now(), messageId: sent.messageId, mailboxId: sent.mailboxId });
    this.#script.onLeft(sent);
    if (fate.kind === "killed") return this.#die(sent.mailboxId);
    if (fate.kind === "lost") return { kind: "unknown", response: "" };
    return fate.kind === "late" ? this.#hang(sent.mailboxId, fate.minutes) : ACCEPTED;
  }

  #die(mailboxId: string): Promise<SendResult> {
    this.#script.onStuck(mailboxId, null);
    return new Promise((resolve) => this.#dead.push(resolve));
  }

  #hang(mailboxId: string, minutes: number): Promise<SendResult> {
    this.#script.onStuck(mailboxId, minutes);
    return new Promise((resolve) => this.#stuck.set(mailboxId, resolve));
  }
}

const refusal: SendResult = {
  kind: "refused",
  temporary: true,
  reason: "recipients",
  response: "450 4.2.0 try later",
  outcomes: [],
};

const messageIdOf = (raw: Buffer): string => /^Message-ID:\s*<([^>]+)>/im.exec(raw.toString("latin1"))?.[1] ?? "";
