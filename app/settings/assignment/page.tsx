import { Assignment } from "@/components/settings/assignment/assignment";
import { requireContext } from "@/lib/auth/actor";
import { listAbsences } from "@/lib/services/absences/list-absences";
import { listAssignmentRules } from "@/lib/services/assignment/list-assignment-rules";
import { WithMessages } from "../../with-messages";
import { settingsTitle } from "../settings-title";

export const generateMetadata = settingsTitle("assignment");

export default async function AssignmentPage() {
  const context = await requireContext({ roles: ["manager", "admin"] });
  const { rules, choices } = await listAssignmentRules(context);
  return (
    <WithMessages of={["assignment"]}>
      <Assignment rules={rules} choices={choices} absences={await listAbsences(context, { of: "all" })} />
    </WithMessages>
  );
}
