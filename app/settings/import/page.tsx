import { ImportTable } from "@/components/settings/import/import-table";
import { requireActor } from "@/lib/auth/actor";
import { WithMessages } from "../../with-messages";
import { settingsTitle } from "../settings-title";

export const generateMetadata = settingsTitle("imports");

export default async function ImportPage() {
  await requireActor({ roles: ["admin"] });
  return (
    <WithMessages of={["import"]}>
      <ImportTable />
    </WithMessages>
  );
}
