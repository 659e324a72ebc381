import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import type { Role } from "@/lib/domain/roles";
import { paths, signInPath } from "@/lib/url/paths";
import { getSession } from "./actor";

/** What the frame around every page shows of the person who is signed in. */
export type ShellSession = {
  name: string;
  email: string;
  role: Role;
  workspaceName: string;
  isSandbox: boolean;
  /** The raw value of the theme's cookie. */
  theme: string | undefined;
};

/** For layouts. It sends strangers to the sign-in page, yet each page must ask for its actor as well. */
export async function requireShellSession(): Promise<ShellSession> {
  const session = await getSession();
  if (!session) redirect(signInPath((await headers()).get("x-threadwell-path") ?? paths.inbox));
  const { actor, workspace } = session;
  return {
    name: actor.name,
    email: actor.email,
    role: actor.role,
    workspaceName: workspace.name,
    isSandbox: workspace.kind === "sandbox",
    theme: (await cookies()).get("threadwell-theme")?.value,
  };
}
