import { csvText } from "@/lib/domain/insights/csv-text";
import { insightTable } from "@/lib/domain/insights/insight-table";
import { roleMay } from "@/lib/domain/permissions";
import type { Context } from "@/lib/services/context";
import { record } from "@/lib/services/record";
import { readAnswers } from "./read-answers";
import { readApprovals } from "./read-approvals";
import { readBounces } from "./read-bounces";
import { readCategories } from "./read-categories";
import { readFollowUps } from "./read-follow-ups";
import { readHours } from "./read-hours";
import { readPeople } from "./read-people";
import { readReplies } from "./read-replies";
import { readTemplates } from "./read-templates";
import { readWaiting } from "./read-waiting";
import type { InsightFilters } from "./schemas";

/** All figures as one CSV file, people only for who may see them. That it was taken is recorded. @throws AppError as `openInsight` */
export async function exportInsights(ctx: Context, asked: InsightFilters): Promise<string> {
  const table = insightTable({
    answers: await readAnswers(ctx, asked),
    waiting: await readWaiting(ctx, asked),
    replies: await readReplies(ctx, asked),
    hours: await readHours(ctx, asked),
    categories: await readCategories(ctx, asked),
    followUps: await readFollowUps(ctx, asked),
    bounces: await readBounces(ctx, asked),
    approvals: await readApprovals(ctx, asked),
    templates: await readTemplates(ctx, asked),
    ...(roleMay(ctx.actor.role, "insight.people") ? { people: await readPeople(ctx, asked) } : {}),
  });
  await record(ctx.db, ctx.actor, "insights.exported", { data: { ...asked } });
  return csvText(table);
}
