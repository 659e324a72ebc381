import { signOut } from "next-auth/react";
import { paths } from "@/lib/url/paths";

/** Ends the session on the server and loads the sign-in page anew, so that nothing read before stays in memory. */
export async function leave(): Promise<void> {
  await signOut({ redirect: false });
  window.location.assign(paths.signIn);
}
