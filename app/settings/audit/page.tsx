import { AuditLog } from "@/components/settings/audit/audit-log";
import { requireContext } from "@/lib/auth/actor";
import { ExportEventsInput } from "@/lib/services/audit/schemas";
import { listMembers } from "@/lib/services/members/list-members";
import { WithMessages } from "../../with-messages";
import { settingsTitle } from "../settings-title";

type SearchParams = Promise<Record<string, string | string[] | undefined>>;

export const generateMetadata = settingsTitle("audit");

export default async function AuditPage({ searchParams }: { searchParams: SearchParams }) {
  const context = await requireContext({ roles: ["admin"] });
  const people = (await listMembers(context)).map(({ id, name }) => ({ id, name }));
  const asked = ExportEventsInput.safeParse(await searchParams);
  return (
    <WithMessages of={["audit"]}>
      <AuditLog people={people} wanted={asked.success ? asked.data : {}} />
    </WithMessages>
  );
}
