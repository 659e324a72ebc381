import { AppError } from "@/lib/core/errors";
import { fieldProblemsOf } from "@/lib/core/field-problems";
import { cookieRoute } from "@/lib/auth/cookie-route";
import { contentDisposition } from "@/lib/domain/content-disposition";
import { exportInsights } from "@/lib/services/insights/export-insights";
import { InsightFilters } from "@/lib/services/insights/schemas";

export const GET = cookieRoute(async (context, request) => {
  const input = Object.fromEntries(new URL(request.url).searchParams);
  const parsed = InsightFilters.safeParse(input);
  if (!parsed.success) throw new AppError("invalid", { fields: fieldProblemsOf(parsed.error, input) });
  const { from, to } = parsed.data;
  return new Response(await exportInsights(context, parsed.data), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": contentDisposition("attachment", `insights-${from}-${to}.csv`),
      "x-content-type-options": "nosniff",
    },
  });
});
