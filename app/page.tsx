import { redirect } from "next/navigation";
import { requireActor } from "@/lib/auth/actor";
import { paths } from "@/lib/url/paths";

export default async function HomePage() {
  await requireActor();
  redirect(paths.inbox);
}
