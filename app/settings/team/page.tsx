import { Team } from "@/components/settings/team";
import { requireContext } from "@/lib/auth/actor";
import { listMembers } from "@/lib/services/members/list-members";

export default async function TeamPage() {
  const context = await requireContext({ roles: ["admin"] });
  return <Team members={await listMembers(context)} />;
}
