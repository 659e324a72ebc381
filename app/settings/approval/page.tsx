import { ApprovalRules } from "@/components/settings/approval-rules";
import { requireContext } from "@/lib/auth/actor";
import { listApprovalRules } from "@/lib/services/approval-rules/list-approval-rules";

export default async function ApprovalPage() {
  const context = await requireContext({ roles: ["manager", "admin"] });
  return <ApprovalRules {...await listApprovalRules(context)} />;
}
