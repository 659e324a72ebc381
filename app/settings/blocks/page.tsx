import { Blocks } from "@/components/settings/blocks";
import { requireContext } from "@/lib/auth/actor";
import { listBlocks } from "@/lib/services/blocks/list-blocks";
import { settingsTitle } from "../settings-title";

export const generateMetadata = settingsTitle("blocks");

export default async function BlocksPage() {
  const context = await requireContext({ roles: ["admin"] });
  return <Blocks blocks={await listBlocks(context)} />;
}
