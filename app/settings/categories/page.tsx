import { Categories } from "@/components/settings/categories";
import { requireContext } from "@/lib/auth/actor";
import { listCategories } from "@/lib/services/categories/list-categories";
import { settingsTitle } from "../settings-title";

export const generateMetadata = settingsTitle("categories");

export default async function CategoriesPage() {
  const context = await requireContext({ roles: ["admin"] });
  return <Categories categories={await listCategories(context)} />;
}
