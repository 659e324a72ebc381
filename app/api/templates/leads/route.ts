import { apiGet } from "@/lib/auth/cookie-route";
import { listPreviewLeads } from "@/lib/services/templates/list-preview-leads";
import { ListPreviewLeadsInput } from "@/lib/services/templates/schemas";

export const GET = apiGet(ListPreviewLeadsInput, listPreviewLeads);
