import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SetUpTeam } from "@/components/sandbox/set-up-team";
import { requireContext } from "@/lib/auth/actor";
import { findSandbox } from "@/lib/services/sandbox/find-sandbox";
import { findTeam } from "@/lib/services/team/find-team";
import { paths } from "@/lib/url/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sandbox"))("setup.title") };
}

/** For the sandbox's admin alone; everybody else has a team already or is not asked. */
export default async function SetUpPage() {
  const { actor, db } = await requireContext({ roles: ["admin"] });
  const sandbox = await findSandbox(db);
  if (sandbox?.id !== actor.workspaceId) redirect(paths.inbox);
  return <SetUpTeam exists={(await findTeam(db)) !== null} />;
}
