import type { FollowUpCount } from "@/lib/domain/insights/insight-blocks";
import type { TimeFigure } from "@/lib/domain/insights/time-figure";
import type { InsightRows, OwnThread, Said } from "./insight-rows";
import type { Cast } from "./make-cast";
import { dayIn, nextDay, wallInstant, workedBetween } from "./oracle-clock";

const DAY = 86_400_000;

/** What is asked: days on a reader's clock, and which threads. */
export type Asked = { from: string; to: string; zone: string; readerId: string; sees: (thread: OwnThread) => boolean };
export type Span = { from: string; to: string };

/** What all figures are made of, from plain rows in memory, the obvious way. */
export class OracleRows {
  protected readonly threads: Map<number, OwnThread>;
  protected readonly said = new Map<number, Said[]>();
  protected readonly leadZones: Map<string, string | null>;
  protected readonly replies: Map<string, InsightRows["replies"][number]>;

  protected readonly cast: Cast;
  protected readonly rows: InsightRows;
  protected readonly asked: Asked;
  protected readonly now: number;

  constructor(cast: Cast, rows: InsightRows, asked: Asked, now: number) {
    this.cast = cast;
    this.rows = rows;
    this.asked = asked;
    this.now = now;
    this.threads = new Map(rows.threads.filter((t) => t.kind === "lead" && asked.sees(t)).map((t) => [t.id, t]));
    for (const message of rows.messages)
      if (this.threads.has(message.threadId))
        this.said.set(message.threadId, [...(this.said.get(message.threadId) ?? []), message]);
    this.leadZones = new Map(rows.leads.map(({ id, timeZone }) => [id, timeZone]));
    this.replies = new Map(rows.replies.map((reply) => [reply.id, reply]));
  }

  protected get span(): Span {
    return { from: this.asked.from, to: this.asked.to };
  }

  protected get before(): Span {
    const days = (Date.parse(this.asked.to) - Date.parse(this.asked.from)) / DAY + 1;
    return { from: nextDay(this.asked.from, -days), to: nextDay(this.asked.from, -1) };
  }

  protected isIn({ from, to }: Span, at: Date | null): boolean {
    if (!at) return false;
    const day = dayIn(this.asked.zone, at.getTime());
    return day >= from && day <= to;
  }

  protected allSaid = () => [...this.said.values()].flat();
  protected threadOf = (message: { threadId: number }) => this.threads.get(message.threadId)!;
  protected member = (id: string | null) => this.cast.members.find((one) => one.id === id);
  protected isPositive = ({ categoryId }: OwnThread) =>
    this.cast.categories.find(({ id }) => id === categoryId)?.sentiment === "positive";

  protected isPersons({ direction, isAutomatic, step, replyId }: Said): boolean {
    const reply = replyId ? this.replies.get(replyId) : undefined;
    return (
      direction === "out" && !isAutomatic && step === null && reply?.kind !== "forward" && reply?.origin !== "machine"
    );
  }

  protected waits(span: Span) {
    const found: { threadId: number; day: string; tookMs: number; authorId: string | null }[] = [];
    for (const [threadId, messages] of this.said) {
      const inOrder = messages.toSorted(
        (a, b) =>
          a.sentAt.getTime() - b.sentAt.getTime() ||
          (a.direction < b.direction ? -1 : a.direction > b.direction ? 1 : a.id < b.id ? -1 : 1),
      );
      let began: Date | null = null;
      for (const message of inOrder) {
        if (message.direction === "in" && !message.isAutomatic) began ??= message.sentAt;
        if (!this.isPersons(message)) continue;
        if (began && this.isIn(span, message.sentAt)) {
          const { assigneeId } = this.threads.get(threadId)!;
          const whose = this.member(assigneeId ?? message.authorId);
          const tookMs = workedBetween(whose, began.getTime(), message.sentAt.getTime(), this.asked.zone);
          found.push({
            threadId,
            day: dayIn(this.asked.zone, message.sentAt.getTime()),
            tookMs,
            authorId: message.authorId,
          });
        }
        began = null;
      }
    }
    return found;
  }

  /** In the order of its history: a decision that is taken back was none. */
  protected decisionsOf(reviewId: string): { asked: Date; at: Date }[] {
    const found: { asked: Date; at: Date }[] = [];
    let asked: Date | null = null;
    for (const { kind, subjectId, data, at } of this.rows.events.toSorted((a, b) => +a.at - +b.at)) {
      if (kind === "review.asked" && subjectId === reviewId) asked = at;
      if (data.reviewId !== reviewId) continue;
      if (kind === "reply.approval_undone") found.pop();
      else found.push({ asked: asked!, at });
    }
    return found;
  }

  protected waitingThreads = () =>
    [...this.threads.values()]
      .filter((thread) => thread.isAwaitingAnswer && !thread.archivedAt)
      .map((thread) => {
        const since = thread.awaitingSince!.getTime();
        return {
          thread,
          since,
          tookMs: workedBetween(this.member(thread.assigneeId), since, this.now, this.asked.zone),
        };
      });

  protected leadsWords = (span: Span) =>
    this.allSaid().filter((each) => each.direction === "in" && !each.isAutomatic && this.isIn(span, each.sentAt));

  protected repliedThreads = (span: Span) => [...new Set(this.leadsWords(span).map(this.threadOf))];

  protected countReplies = (threads: OwnThread[]) => ({
    replies: threads.length,
    positive: threads.filter(this.isPositive).length,
  });

  protected groups() {
    const { campaigns, mailboxes } = this.cast;
    return {
      campaigns: [
        ...campaigns.map(({ id, number, name }) => ({
          id: id as string | null,
          key: `campaign:${number}`,
          name,
          number,
        })),
        { id: null, key: "campaign:none", name: "" },
      ],
      mailboxes: mailboxes
        .map(({ id, address }) => ({ id, key: `mailbox:${id}`, name: address }))
        .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    };
  }

  protected followUpsOf(span: Span, isOf: (thread: OwnThread) => boolean = () => true): FollowUpCount {
    let [kept, missed] = [0, 0];
    for (const reply of this.rows.replies) {
      const thread = this.threads.get(reply.threadId);
      if (!thread || !isOf(thread) || reply.kind === "forward") continue;
      if (reply.origin !== "machine" && reply.scheduleCondition !== "if_no_reply") continue;
      if (!this.isIn(span, reply.dueAt) || reply.dueAt.getTime() > this.now) continue;
      const ends = wallInstant(this.asked.zone, nextDay(dayIn(this.asked.zone, reply.dueAt.getTime())));
      const left =
        reply.status === "sent" || reply.status === "handed_over" ? (reply.sentAt ?? reply.handedOverAt) : null;
      if (reply.status === "cancelled") kept += reply.reason === "lead_answered" ? 1 : 0;
      else if (left && left.getTime() < ends) kept++;
      else if (ends <= this.now) missed++;
    }
    return { kept, missed };
  }
}

export function figureOf(times: number[]): TimeFigure {
  const sorted = times.toSorted((a, b) => a - b);
  const count = sorted.length;
  if (count === 0) return { count, medianMs: null, p90Ms: null };
  const middle = Math.floor(count / 2);
  const medianMs = count % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
  return { count, medianMs, p90Ms: sorted.find((_, index) => index + 1 >= 0.9 * count)! };
}
