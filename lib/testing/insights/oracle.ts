import { TZDate } from "@date-fns/tz";
import type { AnswersInsight } from "@/lib/domain/insights/answers";
import type {
  BouncesInsight,
  CategoriesInsight,
  HoursInsight,
  PeopleInsight,
  RepliesInsight,
  TemplatesInsight,
} from "@/lib/domain/insights/insight-blocks";
import type { InsightRows, OwnThread, Said } from "./insight-rows";
import { nextDay, wallInstant } from "./oracle-clock";
import { figureOf, OracleRows, type Span } from "./oracle-rows";

const DAY = 86_400_000;

/** Every figure once more, the obvious way. */
export class InsightOracle extends OracleRows {
  answers(): AnswersInsight {
    const now = this.waits(this.span);
    const before = this.waits(this.before);
    const days = [];
    let former = this.before.from;
    for (let day = this.asked.from; day <= this.asked.to; day = nextDay(day), former = nextDay(former)) {
      const beforeOfDay = before.filter((wait) => wait.day === former).map(({ tookMs }) => tookMs);
      days.push({
        day,
        figure: figureOf(now.filter((wait) => wait.day === day).map(({ tookMs }) => tookMs)),
        beforeMs: figureOf(beforeOfDay).medianMs,
      });
    }
    return {
      now: figureOf(now.map(({ tookMs }) => tookMs)),
      before: figureOf(before.map(({ tookMs }) => tookMs)),
      days,
    };
  }

  waiting() {
    const waiting = this.waitingThreads().toSorted(
      (a, b) => b.tookMs - a.tookMs || a.since - b.since || a.thread.id - b.thread.id,
    );
    return {
      count: waiting.length,
      oldest: waiting.length ? new Date(Math.min(...waiting.map(({ since }) => since))).toISOString() : null,
      owed: waiting.filter(({ tookMs }) => tookMs > 4 * 3_600_000).length,
      list: waiting.slice(0, 5).map(({ thread }) => thread.id),
    };
  }

  replyFigures(): RepliesInsight {
    const threads = this.repliedThreads(this.span);
    const { campaigns, mailboxes } = this.groups();
    return {
      now: this.countReplies(threads),
      before: this.countReplies(this.repliedThreads(this.before)),
      campaigns: campaigns
        .map(({ id, ...named }) => ({ ...named, ...this.countReplies(threads.filter((t) => t.campaignId === id)) }))
        .filter(({ replies }) => replies > 0)
        .toSorted((a, b) => b.replies - a.replies),
      mailboxes: mailboxes
        .map(({ id, ...named }) => ({ ...named, ...this.countReplies(threads.filter((t) => t.mailboxId === id)) }))
        .filter(({ replies }) => replies > 0)
        .toSorted((a, b) => b.replies - a.replies),
    };
  }

  hours(): HoursInsight {
    const cells = new Map<string, Set<OwnThread>>();
    for (const message of this.leadsWords(this.span)) {
      const thread = this.threadOf(message);
      const wall = this.wallOf(message, this.leadZones.get(thread.leadId!) ?? null);
      if (!wall) continue;
      const key = `${wall.weekday} ${wall.hour}`;
      cells.set(key, (cells.get(key) ?? new Set()).add(thread));
    }
    const found = [...cells].map(([key, threads]) => {
      const [weekday = 0, hour = 0] = key.split(" ").map(Number);
      return { weekday, hour, count: threads.size, positive: [...threads].filter(this.isPositive).length };
    });
    return { cells: found.toSorted((a, b) => a.weekday - b.weekday || a.hour - b.hour) };
  }

  private wallOf({ sentAt, sentOffset }: Said, zone: string | null): { weekday: number; hour: number } | null {
    if (zone && zone !== "Nowhere/Town") {
      const wall = new TZDate(sentAt.getTime(), zone);
      return { weekday: wall.getDay() || 7, hour: wall.getHours() };
    }
    if (!sentOffset) return null;
    const wall = new Date(sentAt.getTime() + sentOffset * 60_000);
    return { weekday: wall.getUTCDay() || 7, hour: wall.getUTCHours() };
  }

  categories(): CategoriesInsight {
    const weeks: Span[] = [];
    for (let day = this.asked.from; day <= this.asked.to; day = nextDay(day))
      if (weeks.length === 0 || new Date(day).getUTCDay() === 1) weeks.push({ from: day, to: day });
      else weeks.at(-1)!.to = day;
    return {
      categories: this.cast.categories.map(({ id, name, kind, sentiment }) => ({ id, name, kind, sentiment })),
      weeks: weeks.map((week) => {
        const end = wallInstant(this.asked.zone, nextDay(week.to));
        const held = this.repliedThreads(week).map((thread) => this.heldAt(thread, end));
        return {
          day: week.from,
          total: held.length,
          counts: [...this.cast.categories.map(({ id }) => id), null]
            .map((categoryId) => ({ categoryId, count: held.filter((id) => id === categoryId).length }))
            .filter(({ count }) => count > 0),
        };
      }),
    };
  }

  private changes: Map<number, InsightRows["events"]> | null = null;

  private heldAt({ id, categoryId }: OwnThread, end: number): string | null {
    if (!this.changes) {
      this.changes = new Map();
      for (const event of this.rows.events)
        if (event.kind === "thread.categorised" || event.data.kind === "category")
          this.changes.set(event.threadId!, [...(this.changes.get(event.threadId!) ?? []), event]);
    }
    const events = (this.changes.get(id) ?? []).toSorted((a, b) => a.at.getTime() - b.at.getTime());
    const held = events.filter(({ at }) => at.getTime() < end).at(-1) ?? events[0];
    if (!held || held.kind !== "thread.categorised") return categoryId;
    return held.data.to as string | null;
  }

  followUps = () => ({ now: this.followUpsOf(this.span), before: this.followUpsOf(this.before) });

  bounces(): BouncesInsight {
    const of = (span: Span, isOf: (thread: OwnThread) => boolean = () => true) => {
      const said = this.allSaid().filter((each) => this.isIn(span, each.sentAt) && isOf(this.threadOf(each)));
      return {
        bounces: said.filter((each) => each.direction === "in" && each.bounces.length > 0).length,
        sent: said.filter((each) => each.direction === "out" && !each.isAutomatic).length,
      };
    };
    const { campaigns, mailboxes } = this.groups();
    const inOrder = <Row extends { bounces: number; sent: number }>(rows: Row[]) =>
      rows.filter((row) => row.bounces + row.sent > 0).toSorted((a, b) => b.bounces - a.bounces || b.sent - a.sent);
    return {
      now: of(this.span),
      before: of(this.before),
      campaigns: inOrder(
        campaigns.map(({ id, ...named }) => ({ ...named, ...of(this.span, (t) => t.campaignId === id) })),
      ),
      mailboxes: inOrder(
        mailboxes.map(({ id, ...named }) => ({ ...named, ...of(this.span, (t) => t.mailboxId === id) })),
      ),
    };
  }

  approvals() {
    const decided = this.rows.reviews
      .filter(({ kind, threadId }) => kind === "approval" && this.threads.has(threadId))
      .flatMap(({ id }) => this.decisionsOf(id));
    const of = (span: Span) =>
      figureOf(decided.filter(({ at }) => this.isIn(span, at)).map(({ at, asked }) => at.getTime() - asked.getTime()));
    return { now: of(this.span), before: of(this.before) };
  }

  templates(): TemplatesInsight {
    const shown = this.cast.templates.filter(({ ownerId }) => !ownerId || ownerId === this.asked.readerId);
    const figures = shown.map(({ id, name }) => {
      const replyIds = new Set(
        this.rows.uses.filter(({ templateId }) => templateId === id).map(({ replyId }) => replyId),
      );
      const used = [...replyIds]
        .map((replyId) => this.replies.get(replyId)!)
        .filter((reply) => this.threads.has(reply.threadId) && this.isIn(this.span, reply.sentAt));
      const replied = used.filter(({ threadId, sentAt }) =>
        (this.said.get(threadId) ?? []).some((each) => {
          const after = each.sentAt.getTime() - sentAt!.getTime();
          return each.direction === "in" && !each.isAutomatic && after > 0 && after <= 7 * DAY;
        }),
      );
      return { key: id, name, used: used.length, replied: replied.length };
    });
    return {
      templates: figures
        .filter(({ used }) => used > 0)
        .toSorted((a, b) => b.replied / b.used - a.replied / a.used || b.used - a.used),
    };
  }

  people(): PeopleInsight {
    const waits = this.waits(this.span);
    const replied = this.repliedThreads(this.span);
    const waiting = this.waitingThreads();
    const of = (id: string | null) => ({
      answers: figureOf(waits.filter(({ authorId }) => authorId === id).map(({ tookMs }) => tookMs)),
      replies: this.countReplies(replied.filter(({ assigneeId }) => assigneeId === id)),
      unanswered: waiting.filter(({ thread }) => thread.assigneeId === id).length,
      followUps: this.followUpsOf(this.span, ({ assigneeId }) => assigneeId === id),
    });
    const isEmpty = ({ answers, replies, unanswered, followUps: { kept, missed } }: ReturnType<typeof of>) =>
      answers.count === 0 && replies.replies === 0 && unanswered === 0 && kept === 0 && missed === 0;
    const people = this.cast.members
      .filter(({ id, role }) => role !== "client" || !isEmpty(of(id)))
      .map(({ id, name }) => ({ person: { id, name }, ...of(id) }));
    return { people: [...people.toSorted((a, b) => b.answers.count - a.answers.count), { person: null, ...of(null) }] };
  }
}
