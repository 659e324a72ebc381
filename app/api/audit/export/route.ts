import { getTranslations } from "next-intl/server";
import { sayEvent } from "@/components/settings/audit/say-event";
import { sayFact } from "@/components/settings/audit/say-fact";
import { cookieRoute } from "@/lib/auth/cookie-route";
import { AppError } from "@/lib/core/errors";
import { fieldProblemsOf } from "@/lib/core/field-problems";
import { contentDisposition } from "@/lib/domain/content-disposition";
import { type AuditWords, exportEvents } from "@/lib/services/audit/export-events";
import { ExportEventsInput } from "@/lib/services/audit/schemas";
import { may } from "@/lib/services/context";

/** The audit log as a CSV, sent as it is made. */
export const GET = cookieRoute(async (context, request) => {
  may(context.actor, "audit.read");
  const input = Object.fromEntries(new URL(request.url).searchParams);
  const parsed = ExportEventsInput.safeParse(input);
  if (!parsed.success) throw new AppError("invalid", { fields: fieldProblemsOf(parsed.error, input) });
  const content = await exportEvents(context, parsed.data, await auditWords());
  return new Response(content, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": contentDisposition("attachment", "audit-log.csv"),
      "x-content-type-options": "nosniff",
    },
  });
});

async function auditWords(): Promise<AuditWords> {
  const t = await getTranslations("audit");
  const columns = [
    "time",
    "person",
    "what",
    "kind",
    "subject",
    "thread",
    "apiKey",
    "address",
    "facts",
    "codes",
  ] as const;
  return {
    head: columns.map((column) => t(`column.${column}`)),
    said: (entry) => sayEvent(t, entry.kind),
    fact: (fact) => sayFact(t, fact),
  };
}
