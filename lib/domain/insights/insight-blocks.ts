import type { PersonView } from "../person-view";
import type { CategoryView } from "../thread-view";
import type { AnswersInsight } from "./answers";
import type { TimeFigure } from "./time-figure";

/** What is read at once; each block has figures, and cases behind them. */
export const INSIGHT_BLOCKS = [
  "answers",
  "waiting",
  "replies",
  "hours",
  "categories",
  "followUps",
  "bounces",
  "approvals",
  "templates",
  "people",
] as const;
export type InsightBlock = (typeof INSIGHT_BLOCKS)[number];

/** Blocks whose cases can be listed; people are made of others'. */
export const LISTED_BLOCKS = INSIGHT_BLOCKS.filter((block) => block !== "people");
export type ListedBlock = Exclude<InsightBlock, "people">;

/** A thread behind a figure. `at` is ISO 8601, `tookMs` how long it took where a time is taken. */
export type InsightThread = {
  threadId: number;
  at: string;
  tookMs: number | null;
  name: string;
  company: string;
  subject: string;
  category: CategoryView | null;
  assignee: PersonView | null;
};
/** `total` are what the figure counts, `threads` in how many threads that was. */
export type InsightThreads = { rows: InsightThread[]; total: number; threads: number; nextCursor: string | null };

/** `oldest` is since when the longest wait lasts (ISO 8601). `list` are those past what is owed or closest to it. */
export type WaitingInsight = { count: number; oldest: string | null; owed: number; list: InsightThread[] };

export type ReplyCount = { replies: number; positive: number };
/** `direct`: the mailbox whose own campaign it is. `number`: that of any other campaign. */
export type NamedGroup = { key: string; name: string; direct?: string; number?: number };
export type NamedReplies = ReplyCount & NamedGroup;
export type RepliesInsight = {
  now: ReplyCount;
  before: ReplyCount;
  campaigns: NamedReplies[];
  mailboxes: NamedReplies[];
};

/** Hours of the week with at least one thread; 1 is Monday. */
export type HourCell = { weekday: number; hour: number; count: number; positive: number };
export type HoursInsight = { cells: HourCell[] };

export type CategoryCount = { categoryId: string | null; count: number };
export type CategoryWeek = { day: string; total: number; counts: CategoryCount[] };
/** In the order of the workspace; what has none is last in every week. */
export type CategoriesInsight = { categories: CategoryView[]; weeks: CategoryWeek[] };

export type FollowUpCount = { kept: number; missed: number };
export type FollowUpsInsight = { now: FollowUpCount; before: FollowUpCount };

export type BounceCount = { bounces: number; sent: number };
export type NamedBounces = BounceCount & NamedGroup;
export type BouncesInsight = {
  now: BounceCount;
  before: BounceCount;
  campaigns: NamedBounces[];
  mailboxes: NamedBounces[];
};

export type ApprovalsInsight = { now: TimeFigure; before: TimeFigure };

export type TemplateFigure = { key: string; name: string; used: number; replied: number };
export type TemplatesInsight = { templates: TemplateFigure[] };

/** `person` is null for what is nobody's. */
export type PersonFigures = {
  person: PersonView | null;
  answers: TimeFigure;
  replies: ReplyCount;
  unanswered: number;
  followUps: FollowUpCount;
};
export type PeopleInsight = { people: PersonFigures[] };

export type Insights = {
  answers: AnswersInsight;
  waiting: WaitingInsight;
  replies: RepliesInsight;
  hours: HoursInsight;
  categories: CategoriesInsight;
  followUps: FollowUpsInsight;
  bounces: BouncesInsight;
  approvals: ApprovalsInsight;
  templates: TemplatesInsight;
  people: PeopleInsight;
};
