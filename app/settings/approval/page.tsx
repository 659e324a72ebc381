import { ApprovalRules } from "@/components/settings/approval-rules";
import { requireContext } from "@/lib/auth/actor";
import { listApprovalRules } from "@/lib/services/approval-rules/list-approval-rules";
import { settingsTitle } from "../settings-title";

export const generateMetadata = settingsTitle("approval");

export default async function ApprovalPage() {
  const context = await requireContext({ roles: ["manager", "admin"] });
  return <ApprovalRules {...await listApprovalRules(context)} />;
}
